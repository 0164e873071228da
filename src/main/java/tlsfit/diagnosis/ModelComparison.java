package tlsfit.diagnosis;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import tlsfit.fit.Fit;
import tlsfit.fit.FitRefusedException;
import tlsfit.fit.Fitter;
import tlsfit.fit.Observations;
import tlsfit.fit.Prediction;
import tlsfit.fit.RelaxationTest;
import tlsfit.model.DistributedModel;
import tlsfit.model.FieldDistribution;
import tlsfit.model.Parameter;
import tlsfit.model.ParameterValues;
import tlsfit.model.ShiftModel;
import tlsfit.model.UniformField;
import tlsfit.setup.FitOptions;
import tlsfit.setup.Noise;
import tlsfit.setup.Relaxation;
import tlsfit.statistics.JacobianAnalysis;

/**
 * The same readings fitted with other models: each model of the shift, with and without relaxation,
 * with one dipole moment and with log-normal ones. What was held stays held, in all of them; so
 * does the distribution of local fields.
 *
 * <p>The models of the shift are not nested: information criteria alone compare them. Relaxation
 * and width are: the rate and σ_p², on which χ² depends smoothly, both end at 0, so that the
 * p-value is half that of χ² or F with one degree of freedom ({@link RelaxationTest}).
 *
 * @param entries the models, in the order of fitting
 * @param tests what is gained by adding to them
 */
public record ModelComparison(List<ModelEntry> entries, List<NestedTest> tests) {
  /** Where a fit of the width begins at most. */
  private static final double FIRST_WIDTH = 0.3;

  /** Where it begins at least: the fit is one of ln σ_p. */
  private static final double SMALLEST_START = 1e-3;

  /** The width from whose effect that of smaller ones is taken, in proportion to its square. */
  private static final double SMALL_WIDTH = 0.03;

  /** The width that is tried where χ² rises from 0 on. */
  private static final double HELD_WIDTH = 0.7;

  /** σ_p above which a fit that did not converge was on its way out of the range. */
  private static final double NEARLY_LARGEST = 0.95 * DistributedModel.LARGEST_WIDTH;

  /** A fall of χ² below this, in units of the noise variance, is none. */
  private static final double NO_FALL = 1e-6;

  public ModelComparison {
    entries = List.copyOf(entries);
    tests = List.copyOf(tests);
  }

  /** No comparison. */
  public static ModelComparison none() {
    return new ModelComparison(List.of(), List.of());
  }

  /**
   * Compares.
   *
   * @param fit the fit
   * @param other the fit with the other model of the shift
   */
  public static ModelComparison of(Fit fit, Fit other) {
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
  private record Fitted(Fit fit, Outcome outcome) {
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

    private Work(Fit fit, Fit other) {
      this.fit = fit;
      observations = fit.observations();
      options = sameNoise(fit.options());
      for (Fit fitted : List.of(fit, other)) {
        // With a σ of its own each fit would have the same χ².
        Fit given =
            fitted.options().scalesNoise()
                ? Fitter.refit(observations, sameNoise(fitted.options()), fitted.values())
                : fitted;
        boolean sameRules =
            given.options().pulls().equals(options.pulls())
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
              fits.put(kind, fit(kind));
            } catch (FitRefusedException e) {
              // too few readings for so many parameters: left out
            }
          }
        }
      }
      return new ModelComparison(entries(), tests());
    }

    /** Without and with; only as it is where the parameter is held. */
    private List<Boolean> choices(Parameter parameter) {
      Double held = options.fixed().get(parameter);
      if (held == null) {
        return List.of(false, true);
      }
      return List.of(parameter == Parameter.RELAXATION_TIME ? Double.isFinite(held) : held > 0);
    }

    private Fitted fit(Kind kind) {
      Kind narrow = new Kind(kind.model, kind.relaxation, false);
      if (!kind.wide || options.fixed().containsKey(Parameter.DIPOLE_WIDTH)) {
        Fit found = known.containsKey(kind) ? known.get(kind) : scan(kind);
        return new Fitted(found, found.relaxationAtZero() ? Outcome.NO_RELAXATION : outcome(found));
      }
      Fitted without = fits.get(narrow);
      if (without == null) {
        throw new FitRefusedException("the fit without a width was refused");
      }
      if (known.containsKey(kind)) {
        Fit found = known.get(kind);
        return new Fitted(found, outcome(found, without.fit));
      }
      return without.outcome == Outcome.NO_RELAXATION ? without : widened(kind, without.fit);
    }

    private static Outcome outcome(Fit found) {
      boolean converged = found.minimum().stop().converged();
      return converged ? Outcome.FITTED : Outcome.NOT_CONVERGED;
    }

    private static Outcome outcome(Fit found, Fit without) {
      if (without.chiSquare() - found.chiSquare() < NO_FALL * without.noiseVariance()) {
        return Outcome.NO_WIDTH;
      }
      boolean largest = found.values().dipoleWidth() > NEARLY_LARGEST;
      return largest ? Outcome.LARGEST_WIDTH : outcome(found);
    }

    /** A fit without a width, or with the one that is held. */
    private Fit scan(Kind kind) {
      double width = options.fixed().getOrDefault(Parameter.DIPOLE_WIDTH, 0.0);
      return Fitter.fit(observations, options(kind, width));
    }

    private FitOptions options(Kind kind, double width) {
      ShiftModel given = models.getOrDefault(kind.model, options.model());
      ShiftModel base = given instanceof DistributedModel model ? model.base() : given;
      FieldDistribution field =
          given instanceof DistributedModel model ? model.field() : new UniformField();
      boolean plain = width == 0 && field instanceof UniformField;
      return options
          .withModel(plain ? base : new DistributedModel(base, width, field))
          .withRelaxation(kind.relaxation ? Relaxation.ON : Relaxation.OFF);
    }

    /**
     * The fit with a width. Where χ² rises from the width 0 on there is no minimum, and a fit would
     * only crawl to it: then a width that is held shows whether there is another beyond.
     */
    private Fitted widened(Kind kind, Fit without) {
      ParameterValues narrow = without.values();
      double square = squareOfWidth(kind, without);
      if (!(square > 0)) {
        FitOptions held = options(kind, HELD_WIDTH).withFixed(Parameter.DIPOLE_WIDTH, HELD_WIDTH);
        Fit beyond = Fitter.refit(observations, held, widen(narrow, HELD_WIDTH, without));
        if (beyond.chiSquare() >= without.chiSquare()) {
          return new Fitted(beyond, Outcome.NO_WIDTH);
        }
        return widened(kind, without, beyond.values());
      }
      double width = Math.min(Math.max(Math.sqrt(square), SMALLEST_START), FIRST_WIDTH);
      return widened(kind, without, widen(narrow, width, without));
    }

    private Fitted widened(Kind kind, Fit without, ParameterValues start) {
      Fit found = Fitter.refit(observations, options(kind, start.dipoleWidth()), start);
      return new Fitted(found, outcome(found, without));
    }

    /** Values with a width and the same root mean square of the dipole moments. */
    private static ParameterValues widen(ParameterValues values, double width, Fit without) {
      ParameterValues wide = values.with(Parameter.DIPOLE_WIDTH, width);
      return without.free().contains(Parameter.DIPOLE_MOMENT)
          ? wide.with(Parameter.DIPOLE_MOMENT, values.dipoleMoment() * Math.exp(-width * width))
          : wide;
    }

    /**
     * σ_p² to first order: a linear fit of what it changes, beside all other parameters, to the
     * residuals of the fit without.
     */
    private double squareOfWidth(Kind kind, Fit without) {
      Prediction wide =
          observations.predict(
              options(kind, SMALL_WIDTH).model(),
              without.values().with(Parameter.DIPOLE_WIDTH, SMALL_WIDTH));
      double[] change = new double[observations.size()];
      double[] residuals = without.residuals();
      double product = 0;
      double length = 0;
      for (int i = 0; i < change.length; i++) {
        change[i] =
            (wide.shift()[i] - without.prediction().shift()[i])
                / (observations.sigma(i) * SMALL_WIDTH * SMALL_WIDTH);
        product += change[i] * residuals[i];
        length += change[i] * change[i];
      }
      double seen = new JacobianAnalysis(without.weightedJacobian()).reduction(change);
      return -product / (length - seen);
    }

    private List<ModelEntry> entries() {
      List<Double> criteria = new ArrayList<>();
      List<Kind> compared = new ArrayList<>();
      fits.forEach(
          (kind, fitted) -> {
            OptionalDouble aicc = InformationCriteria.of(fitted.fit).aicc();
            if (fitted.stands() && aicc.isPresent()) {
              compared.add(kind);
              criteria.add(aicc.getAsDouble());
            }
          });
      double[] weights = InformationCriteria.weights(criteria);
      List<ModelEntry> entries = new ArrayList<>();
      fits.forEach(
          (kind, fitted) -> {
            int rank = compared.indexOf(kind);
            OptionalDouble weight =
                rank < 0 ? OptionalDouble.empty() : OptionalDouble.of(weights[rank]);
            entries.add(entry(kind, fitted, weight));
          });
      return entries;
    }

    private ModelEntry entry(Kind kind, Fitted fitted, OptionalDouble weight) {
      Fit found = fitted.fit;
      boolean stands = fitted.stands();
      InformationCriteria criteria =
          stands ? InformationCriteria.of(found) : InformationCriteria.NONE;
      return new ModelEntry(
          kind.model,
          kind.relaxation,
          kind.wide,
          kind.equals(Kind.of(fit)),
          parameters(kind, found),
          stands ? OptionalDouble.of(found.chiSquare()) : OptionalDouble.empty(),
          criteria.aicc(),
          criteria.bic(),
          weight,
          kind.wide && stands
              ? OptionalDouble.of(found.values().dipoleWidth())
              : OptionalDouble.empty(),
          stands ? DipoleMoment.of(found) : DipoleMoment.NONE,
          fitted.outcome);
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

    private List<NestedTest> tests() {
      List<NestedTest> tests = new ArrayList<>();
      fits.forEach(
          (kind, fitted) -> {
            if (kind.relaxation) {
              Kind without = new Kind(kind.model, false, kind.wide);
              test(NestedTest.RELAXATION, without, kind).ifPresent(tests::add);
            }
            if (kind.wide) {
              Kind without = new Kind(kind.model, kind.relaxation, false);
              test(NestedTest.DIPOLE_WIDTH, without, kind).ifPresent(tests::add);
            }
          });
      return tests;
    }

    private Optional<NestedTest> test(String added, Kind without, Kind with) {
      Fitted smaller = fits.get(without);
      Fitted larger = fits.get(with);
      if (smaller == null || larger == null || !smaller.stands()) {
        return Optional.empty();
      }
      // Where what was added came out as 0 nothing is gained, which is an answer too.
      Outcome zero = added.equals(NestedTest.RELAXATION) ? Outcome.NO_RELAXATION : Outcome.NO_WIDTH;
      boolean atZero = larger.outcome == zero;
      if (!atZero && !larger.stands()) {
        return Optional.empty();
      }
      RelaxationTest test =
          atZero ? new RelaxationTest(0, 1) : RelaxationTest.of(smaller.fit, larger.fit);
      return Optional.of(
          new NestedTest(
              added, with.model, with.relaxation, with.wide, test.statistic(), test.pValue()));
    }
  }
}
