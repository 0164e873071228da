package tlsfit.uncertainty;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tlsfit.fit.Fit;
import tlsfit.fit.LikelihoodMap;
import tlsfit.model.Parameter;
import tlsfit.model.ParameterValues;
import tlsfit.result.LikelihoodSurface;

/** The map of the likelihood as it is drawn. */
public final class LikelihoodSurfaces {
  private static final MathContext DIGITS = new MathContext(4);

  private LikelihoodSurfaces() {}

  /** The likelihood of a fit's readings about its minimum. */
  public static LikelihoodSurface of(Fit fit) {
    LikelihoodMap map = fit.likelihoodMap();
    double[] dipoles = map.dipoleMoments();
    double[] rates = map.relaxationRates();
    List<@Nullable Double> times = new ArrayList<>();
    List<List<@Nullable Double>> rows = new ArrayList<>();
    for (int j = 0; j < rates.length; j++) {
      times.add(rates[j] > 0 ? 1 / rates[j] : null);
      List<@Nullable Double> row = new ArrayList<>();
      for (int i = 0; i < dipoles.length; i++) {
        row.add(rise(fit, map.chiSquare(i, j)));
      }
      rows.add(row);
    }
    List<LikelihoodSurface.Rival> minima =
        fit.otherMinima().stream()
            .map(
                other ->
                    new LikelihoodSurface.Rival(
                        values(fit, other.values()),
                        (other.chiSquare() - fit.chiSquare()) / fit.noiseVariance()))
            .toList();
    return new LikelihoodSurface(Arrays.stream(dipoles).boxed().toList(), times, rows, minima);
  }

  private static @Nullable Double rise(Fit fit, double chiSquare) {
    double rise = Math.max((chiSquare - fit.chiSquare()) / fit.noiseVariance(), 0);
    return Double.isFinite(rise) ? new BigDecimal(rise).round(DIGITS).doubleValue() : null;
  }

  private static Map<String, Double> values(Fit fit, ParameterValues values) {
    Map<String, Double> named = new TreeMap<>();
    for (Parameter parameter : fit.fitted()) {
      double value = values.get(parameter);
      if (Double.isFinite(value)) {
        named.put(parameter.key(), value);
      }
    }
    return named;
  }
}
