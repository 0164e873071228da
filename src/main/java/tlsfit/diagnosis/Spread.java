package tlsfit.diagnosis;

import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import tlsfit.fit.Fit;
import tlsfit.fit.FitRefusedException;
import tlsfit.fit.Fitter;
import tlsfit.model.DistributedModel;
import tlsfit.model.Parameter;
import tlsfit.result.Finding;
import tlsfit.result.FindingCode;
import tlsfit.result.ModelFit.Outcome;
import tlsfit.setup.FitOptions;
import tlsfit.setup.Noise;
import tlsfit.statistics.NestedModelTest;

/**
 * The spread of the dipole moments that a fit of one dipole moment leaves out: a log-normal
 * distribution of them is fitted beside all other parameters, and the fall of χ² tested ({@link
 * NestedModelTest#oneSided}: χ² depends smoothly on σ_p², which ends at 0). A spread of the local
 * field acts much alike and shows here too.
 *
 * @param width the fit with a width
 * @param fall fall of χ² with it, in noise variances [1], ≥ 0
 * @param pValue probability of as large a fall without a spread
 * @param sigma σ_p at the size that the readings allow [1]: √(σ_p² + its standard error)
 * @param changes what such a spread does to the parameters, each in its own SI unit; without those
 *     that come out infinite
 */
public record Spread(
    FitWithWidth width, double fall, double pValue, double sigma, Map<Parameter, Double> changes) {
  /** Copies the map. */
  public Spread {
    Map<Parameter, Double> copy = new EnumMap<>(Parameter.class);
    copy.putAll(changes);
    changes = Collections.unmodifiableMap(copy);
  }

  /**
   * Fits a spread; empty where it is part of the fit already, where p is fixed, or where the
   * readings are too few.
   *
   * @param fit the fit, in which a shift is seen
   */
  public static Optional<Spread> of(Fit fit) {
    FitOptions options = fit.options();
    boolean has =
        fit.values().dipoleWidth() > 0 || options.fixed().containsKey(Parameter.DIPOLE_WIDTH);
    if (has || !fit.free().contains(Parameter.DIPOLE_MOMENT)) {
      return Optional.empty();
    }
    // With a noise variance of its own each fit would have the same χ².
    FitOptions sameNoise =
        options.scalesNoise() ? options.withNoise(new Noise.Absolute()) : options;
    try {
      Fit without =
          options.scalesNoise() ? Fitter.refit(fit.observations(), sameNoise, fit.values()) : fit;
      WidthSearch search = new WidthSearch(without, sameNoise);
      return Optional.of(of(without, search, search.fit()));
    } catch (FitRefusedException e) {
      return Optional.empty();
    }
  }

  private static Spread of(Fit without, WidthSearch search, FitWithWidth with) {
    Fit found = with.fit();
    double fall = with.outcome() == Outcome.NO_WIDTH ? 0 : without.chiSquare() - found.chiSquare();
    NestedModelTest test =
        NestedModelTest.oneSided(fall, found.noiseVariance(), found.sigmaKnowledge());
    double square = test.statistic() > 0 ? Math.pow(found.values().dipoleWidth(), 2) : 0;
    double allowed =
        Math.min(
            Math.sqrt(square + search.errorOfSquare() * Math.sqrt(without.noiseVariance())),
            DistributedModel.LARGEST_WIDTH);
    Map<Parameter, Double> changes = new EnumMap<>(Parameter.class);
    Fit wide = search.at(allowed, test.statistic() > 0 ? found.values() : without.values());
    for (Parameter parameter : without.free()) {
      double change = wide.values().get(parameter) - without.values().get(parameter);
      if (Double.isFinite(change)) {
        changes.put(parameter, change);
      }
    }
    return new Spread(with, test.statistic(), test.pValue(), allowed, changes);
  }

  /** The finding {@link FindingCode#SPREAD}. */
  public Finding finding() {
    return Levels.tested(FindingCode.SPREAD, pValue)
        .withValue(fall)
        .with("width", fall > 0 ? width.fit().values().dipoleWidth() : 0)
        .with("widthAllowed", sigma);
  }
}
