package tlsfit.diagnosis;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.DoubleStream;
import tlsfit.fit.Fit;
import tlsfit.model.Parameter;
import tlsfit.statistics.JacobianAnalysis;

/** The combination of parameters that the data determine least, in words. */
public final class WeakDirection {
  private WeakDirection() {}

  /** What changes together nearly without a trace in the data, such as "chi +1.00 %, ...". */
  public static String inWords(Fit fit) {
    return inWords(fit, new JacobianAnalysis(fit.weightedJacobian()));
  }

  static String inWords(Fit fit, JacobianAnalysis analysis) {
    double[] scales = scales(fit);
    double[] direction = analysis.weakestDirection(scales);
    List<String> parts = new ArrayList<>();
    for (int j = 0; j < direction.length; j++) {
      if (Math.abs(direction[j]) < 0.01) {
        continue;
      }
      if (j >= fit.free().size()) {
        String source = fit.options().pulls().get(j - fit.free().size()).term().source();
        parts.add(format("%s by %+.4f of its uncertainty", source, direction[j] / 100));
        continue;
      }
      Parameter parameter = fit.free().get(j);
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
  private static double[] scales(Fit fit) {
    DoubleStream parameters =
        fit.free().stream()
            .mapToDouble(
                parameter ->
                    switch (parameter) {
                      case CHI, DIPOLE_MOMENT, DIPOLE_WIDTH, FIELD_EXPONENT -> 1;
                      case RELAXATION_TIME -> fit.values().relaxationRate();
                      case REFERENCE_FREQUENCY ->
                          Math.max(Diagnosis.span(fit.prediction().shift()), Double.MIN_NORMAL);
                    });
    DoubleStream pulls = fit.pulls().stream().mapToDouble(pull -> 1);
    return DoubleStream.concat(parameters, pulls).toArray();
  }

  private static String format(String text, Object... arguments) {
    return String.format(Locale.ROOT, text, arguments);
  }
}
