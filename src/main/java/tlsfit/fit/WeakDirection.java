package tlsfit.fit;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.DoubleStream;

/** The combination of parameters that the data determine least, in words. */
public final class WeakDirection {
  private WeakDirection() {}

  /** What changes together nearly without a trace in the data, such as "chi +1.00 %, ...". */
  public static String inWords(Optimum optimum) {
    return inWords(optimum, new JacobianAnalysis(optimum.weightedJacobian()));
  }

  static String inWords(Optimum optimum, JacobianAnalysis analysis) {
    double[] scales = scales(optimum);
    double[] direction = analysis.weakestDirection(scales);
    List<String> parts = new ArrayList<>();
    for (int j = 0; j < direction.length; j++) {
      if (Math.abs(direction[j]) < 0.01) {
        continue;
      }
      if (j >= optimum.free().size()) {
        String source = optimum.options().pulls().get(j - optimum.free().size()).term().source();
        parts.add(format("%s by %+.4f of its uncertainty", source, direction[j] / 100));
        continue;
      }
      Parameter parameter = optimum.free().get(j);
      parts.add(
          switch (parameter) {
            case CHI, DIPOLE_MOMENT, DIPOLE_WIDTH ->
                format("%s %+.2f %%", parameter.key(), direction[j]);
            case FIELD_EXPONENT -> format("%s %+.4f", parameter.key(), direction[j] / 100);
            // T10 falls as its rate grows
            case RELAXATION_TIME -> format("%s %+.2f %%", parameter.key(), -direction[j]);
            case REFERENCE_FREQUENCY ->
                format("%s %+.3g Hz", parameter.key(), direction[j] * scales[j] / 100);
          });
    }
    return String.join(", ", parts) + " together";
  }

  /** Natural units of the coordinates, in which a direction is told. */
  private static double[] scales(Optimum optimum) {
    DoubleStream parameters =
        optimum.free().stream()
            .mapToDouble(
                parameter ->
                    switch (parameter) {
                      case CHI, DIPOLE_MOMENT, DIPOLE_WIDTH, FIELD_EXPONENT -> 1;
                      case RELAXATION_TIME -> optimum.values().relaxationRate();
                      case REFERENCE_FREQUENCY ->
                          Math.max(Judge.span(optimum.prediction().shift()), Double.MIN_NORMAL);
                    });
    DoubleStream pulls = optimum.pulls().stream().mapToDouble(pull -> 1);
    return DoubleStream.concat(parameters, pulls).toArray();
  }

  private static String format(String text, Object... arguments) {
    return String.format(Locale.ROOT, text, arguments);
  }
}
