package tlsfit.diagnosis;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tlsfit.fit.Fit;
import tlsfit.fit.FitRefusedException;
import tlsfit.fit.Fitter;
import tlsfit.fit.Observations;
import tlsfit.model.DistributedModel;
import tlsfit.model.Parameter;
import tlsfit.model.ShiftModel;
import tlsfit.result.ModelComparison;
import tlsfit.result.ModelFit;
import tlsfit.result.ModelFit.Outcome;
import tlsfit.result.NestedComparison;
import tlsfit.setup.FitOptions;
import tlsfit.setup.Noise;
import tlsfit.setup.Relaxation;
import tlsfit.statistics.InformationCriteria;
import tlsfit.statistics.NestedModelTest;

/**
 * The comparison of models fitted to the same readings: each model of the shift, with and without
 * relaxation, with one dipole moment and with log-normal ones. What was fixed stays fixed, in all
 * of them; so does the distribution of local fields.
 *
 * <p>The models of the shift are not nested: information criteria alone compare them. Relaxation
 * and width are: the rate and σ_p², on which χ² depends smoothly, both end at 0, so that the
 * p-value is half that of χ² or F with one degree of freedom ({@link NestedModelTest#oneSided}).
 */
public final class OtherModels {
  /** σ_p above which a fit that did not converge was on its way out of the range. */
  private static final double NEARLY_LARGEST = 0.95 * DistributedModel.LARGEST_WIDTH;

  /** A fall of χ² below this, in units of the noise variance, is none. */
  private static final double NO_FALL = 1e-6;

  private OtherModels() {}

  /**
   * Compares the models.
   *
   * @param fit the fit
   * @param other the fit with the other model of the shift; empty where it was left out
   */
  public static ModelComparison of(Fit fit, Optional<Fit> other) {
    return new Work(fit, other).compare();
  }

  /** What a model consists of. */
  private record Kind(String model, boolean relaxation, boolean wide) {
    private static Kind of(Fit fit) {
      return new Kind(
          fit.options().model().name(),
          fit.values().relaxationRate() > 0,
          fit.values().dipoleWidth() > 0);
    }
  }

  /** A fit, and how it ended. */
  record Fitted(Fit fit, Outcome outcome) {
    /** A fit of no width. */
    private static Fitted of(Fit found) {
      return new Fitted(
          found, found.relaxation().atZero() ? Outcome.NO_RELAXATION : outcome(found));
    }

    /** A fit of a width, beside that without. */
    static Fitted withWidth(Fit found, Fit without) {
      if (without.chiSquare() - found.chiSquare() < NO_FALL * without.noiseVariance()) {
        return new Fitted(found, Outcome.NO_WIDTH);
      }
      boolean largest = found.values().dipoleWidth() > NEARLY_LARGEST;
      return new Fitted(found, largest ? Outcome.LARGEST_WIDTH : outcome(found));
    }

    private static Outcome outcome(Fit found) {
      boolean converged = found.minimum().stop().isolated();
      return converged ? Outcome.FITTED : Outcome.NOT_CONVERGED;
    }

    private boolean stands() {
      return outcome == Outcome.FITTED;
    }
  }

  /** The fits made so far. */
  private static final class Work {
    private final Fit fit;
    private final Observations observations;
    private final FitOptions options;
    private final Map<Kind, Fit> known = new LinkedHashMap<>();
    private final Map<String, ShiftModel> models = new LinkedHashMap<>();
    private final Map<Kind, Fitted> fits = new LinkedHashMap<>();

    private Work(Fit fit, Optional<Fit> other) {
      this.fit = fit;
      observations = fit.observations();
      options = sameNoise(fit.options());
      for (Fit fitted : Stream.concat(Stream.of(fit), other.stream()).toList()) {
        // With a noise variance of its own each fit would have the same χ².
        Fit given =
            fitted.options().scalesNoise()
                ? Fitter.refit(observations, sameNoise(fitted.options()), fitted.values())
                : fitted;
        boolean sameRules =
            given.options().nuisances().equals(options.nuisances())
                && given.options().bounds().equals(options.bounds());
        if (sameRules) {
          known.putIfAbsent(Kind.of(given), given);
        }
        ShiftModel model = given.options().model();
        models.putIfAbsent(model.name(), model);
      }
    }

    /** The options for comparing with the σ that the fit found, where it found any. */
    private static FitOptions sameNoise(FitOptions options) {
      return options.scalesNoise() ? options.withNoise(new Noise.Absolute()) : options;
    }

    private ModelComparison compare() {
      for (String model : models.keySet()) {
        for (boolean relaxation : choices(Parameter.RELAXATION_TIME)) {
          for (boolean wide : choices(Parameter.DIPOLE_WIDTH)) {
            Kind kind = new Kind(model, relaxation, wide);
            try {
              fit(kind).ifPresent(found -> fits.put(kind, found));
            } catch (FitRefusedException e) {
              // too few readings for so many parameters: left out
            }
          }
        }
      }
      return new ModelComparison(entries(), tests());
    }

    /** Without and with; only as it is where the parameter is fixed. */
    private List<Boolean> choices(Parameter parameter) {
      Double fixed = options.fixed().get(parameter);
      if (fixed == null) {
        return List.of(false, true);
      }
      return List.of(parameter == Parameter.RELAXATION_TIME ? Double.isFinite(fixed) : fixed > 0);
    }

    /** The fit of a model; empty where it needs another that was refused. */
    private Optional<Fitted> fit(Kind kind) {
      if (!kind.wide || options.fixed().containsKey(Parameter.DIPOLE_WIDTH)) {
        return Optional.of(Fitted.of(known.containsKey(kind) ? known.get(kind) : scan(kind)));
      }
      Fitted without = fits.get(new Kind(kind.model, kind.relaxation, false));
      if (without == null) {
        return Optional.empty();
      }
      if (known.containsKey(kind)) {
        return Optional.of(Fitted.withWidth(known.get(kind), without.fit));
      }
      return Optional.of(
          without.outcome == Outcome.NO_RELAXATION
              ? without
              : new WidthSearch(without.fit, options(kind)).fit());
    }

    /** A fit without a width, or with the one that is fixed. */
    private Fit scan(Kind kind) {
      FitOptions given = options(kind);
      double width = options.fixed().getOrDefault(Parameter.DIPOLE_WIDTH, 0.0);
      return Fitter.fit(observations, given.withModel(given.model().withWidth(width)));
    }

    private FitOptions options(Kind kind) {
      return options
          .withModel(models.getOrDefault(kind.model, options.model()))
          .withRelaxation(kind.relaxation ? Relaxation.ON : Relaxation.OFF);
    }

    private List<ModelFit> entries() {
      List<Double> criteria = new ArrayList<>();
      List<Kind> compared = new ArrayList<>();
      fits.forEach(
          (kind, fitted) -> {
            OptionalDouble aicc = criteria(fitted.fit).aicc();
            if (fitted.stands() && aicc.isPresent()) {
              compared.add(kind);
              criteria.add(aicc.getAsDouble());
            }
          });
      double[] weights =
          InformationCriteria.weights(criteria.stream().mapToDouble(c -> c).toArray());
      List<ModelFit> entries = new ArrayList<>();
      fits.forEach(
          (kind, fitted) -> {
            int rank = compared.indexOf(kind);
            OptionalDouble weight =
                rank < 0 ? OptionalDouble.empty() : OptionalDouble.of(weights[rank]);
            entries.add(entry(kind, fitted, weight));
          });
      return entries;
    }

    private static InformationCriteria criteria(Fit fit) {
      return InformationCriteria.of(
          fit.chiSquare(),
          fit.observations().size(),
          fit.free().size(),
          fit.sigmaKnowledge().known());
    }

    private ModelFit entry(Kind kind, Fitted fitted, OptionalDouble weight) {
      Fit found = fitted.fit;
      boolean stands = fitted.stands();
      InformationCriteria criteria = stands ? criteria(found) : InformationCriteria.NONE;
      DipoleMoment moment = stands ? DipoleMoment.of(found) : DipoleMoment.NONE;
      return new ModelFit(
          kind.model,
          kind.relaxation,
          kind.wide,
          kind.equals(Kind.of(fit)),
          parameters(kind, found),
          stands ? found.chiSquare() : null,
          orNull(criteria.aicc()),
          orNull(criteria.bic()),
          orNull(weight),
          kind.wide && stands ? found.values().dipoleWidth() : null,
          moment.value(),
          moment.standardError(),
          fitted.outcome);
    }

    private static @Nullable Double orNull(OptionalDouble value) {
      return value.isPresent() ? value.getAsDouble() : null;
    }

    /** How many are fitted, counting those that a fit was spared because they are at 0. */
    private int parameters(Kind kind, Fit found) {
      int spared = 0;
      spared += kind.wide && spared(Parameter.DIPOLE_WIDTH, found) ? 1 : 0;
      spared += kind.relaxation && spared(Parameter.RELAXATION_TIME, found) ? 1 : 0;
      return found.free().size() + spared;
    }

    private boolean spared(Parameter parameter, Fit found) {
      return !found.free().contains(parameter) && !options.fixed().containsKey(parameter);
    }

    private List<NestedComparison> tests() {
      List<NestedComparison> tests = new ArrayList<>();
      fits.forEach(
          (kind, fitted) -> {
            if (kind.relaxation) {
              Kind without = new Kind(kind.model, false, kind.wide);
              test(NestedComparison.RELAXATION, without, kind).ifPresent(tests::add);
            }
            if (kind.wide) {
              Kind without = new Kind(kind.model, kind.relaxation, false);
              test(NestedComparison.DIPOLE_WIDTH, without, kind).ifPresent(tests::add);
            }
          });
      return tests;
    }

    private Optional<NestedComparison> test(String added, Kind without, Kind with) {
      Fitted smaller = fits.get(without);
      Fitted larger = fits.get(with);
      if (smaller == null || larger == null || !smaller.stands()) {
        return Optional.empty();
      }
      // Where what was added came out as 0 nothing is gained, which is an answer too.
      Outcome zero =
          added.equals(NestedComparison.RELAXATION) ? Outcome.NO_RELAXATION : Outcome.NO_WIDTH;
      boolean atZero = larger.outcome == zero;
      if (!atZero && !larger.stands()) {
        return Optional.empty();
      }
      double fall = atZero ? 0 : smaller.fit.chiSquare() - larger.fit.chiSquare();
      NestedModelTest test =
          NestedModelTest.oneSided(fall, larger.fit.noiseVariance(), larger.fit.sigmaKnowledge());
      return Optional.of(
          new NestedComparison(
              added, with.model, with.relaxation, with.wide, test.statistic(), test.pValue()));
    }
  }
}
