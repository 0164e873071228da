package tlsfit.uncertainty;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import tlsfit.fit.Experiments;
import tlsfit.fit.Fitter;
import tlsfit.measurement.BiasRate;
import tlsfit.measurement.Drive;
import tlsfit.measurement.Measurement;
import tlsfit.measurement.Reading;
import tlsfit.model.Parameter;
import tlsfit.model.ParameterValues;
import tlsfit.model.Rates;
import tlsfit.result.Interval;
import tlsfit.result.ParameterEstimate;
import tlsfit.setup.FitOptions;
import tlsfit.setup.Noise;
import tlsfit.setup.SlowChange;

/**
 * The coverage of the limits that a fit reports where nothing is asked of it but the kind of σ:
 * relaxation as the data decide, and the profile likelihood. An end that the data leave open lies
 * at infinity, and so holds the truth; no experiment is left out of the count.
 */
final class DefaultCoverage {
  private static final double LEVEL = 0.95;

  /** The bias rate [V/m/s] of the power sweeps. */
  private static final double RATE = 3.2e10;

  /** The usual truth, with the T10 for which η is 1 at {@link #RATE}: 3.11 µs. */
  static final ParameterValues TRUTH = atEtaOne();

  private static final Measurement POWER = Experiments.powerSweep(RATE, 40);

  /** One power sweep; half of the experiments see relaxation with a p-value below 0.3. */
  static final Design UNSEEN = new Design("power, T10 unseen", POWER, TRUTH, 140_000, 0);

  /** The same with less noise: 0.05. */
  static final Design BARELY_SEEN = new Design("power, T10 at 5 %", POWER, TRUTH, 45_000, 0);

  /** The same with still less: 0.005. */
  static final Design JUST_SEEN = new Design("power, T10 at 0.5 %", POWER, TRUTH, 28_000, 0);

  /** Two power sweeps, at η = 1 and at η = 0.1. */
  static final Design TWO_POWERS =
      new Design("two powers", both(powers(RATE), powers(10 * RATE)), TRUTH, 40_000, 0);

  /** One power sweep that ends below the extremum, which lies near 2 kV/m. */
  static final Design ONE_SIDED =
      new Design("power, one side", upTo(POWER, 1300), TRUTH, 10_000, 0);

  /** One power sweep with a drift of a tenth of the largest shift, 470 kHz, in row order. */
  static final Design DRIFT = new Design("power, drift", POWER, TRUTH, 28_000, 47_000);

  /** The designs of the study. */
  static final List<Design> DESIGNS =
      List.of(UNSEEN, BARELY_SEEN, JUST_SEEN, TWO_POWERS, ONE_SIDED, DRIFT);

  /**
   * What is measured.
   *
   * @param name in tables
   * @param fields at which there are readings
   * @param truth parameters in force
   * @param sigma standard deviation of the readings [Hz]
   * @param drift of the frequency from the first row to the last [Hz], linear in row order; fitted
   *     along where it is not 0
   */
  record Design(
      String name, Measurement fields, ParameterValues truth, double sigma, double drift) {
    /** An experiment. */
    Measurement simulate(long seed) {
      double last = fields.readings().count() - 1.0;
      // f_ref is that in the middle of the drift, as it is of the fit
      return Experiments.moved(
          Experiments.simulate(fields, truth, sigma, seed), row -> drift * (row / last - 0.5));
    }

    /** How it is fitted. */
    FitOptions options(Noise noise) {
      FitOptions options = FitOptions.of(Experiments.LOG, noise);
      String table = fields.sweeps().get(0).name();
      return drift == 0
          ? options
          : options.withSlow(List.of(new SlowChange(table, SlowChange.Kind.LINEAR_DRIFT)));
    }
  }

  /**
   * How often the limits of one parameter held the truth.
   *
   * @param parameter which
   * @param experiments number of them
   * @param valid of these, those whose fit was valid
   * @param bounded those that had both a lower and an upper limit
   * @param held those whose limits held the truth
   * @param heldOfValid those that were valid and whose limits held the truth
   */
  record Coverage(
      Parameter parameter, int experiments, int valid, int bounded, int held, int heldOfValid) {
    private static final Coverage NOTHING = new Coverage(Parameter.CHI, 0, 0, 0, 0, 0);

    private Coverage with(Limits limits) {
      return new Coverage(
          limits.parameter,
          experiments + 1,
          valid + (limits.valid ? 1 : 0),
          bounded + (limits.bounded ? 1 : 0),
          held + (limits.held ? 1 : 0),
          heldOfValid + (limits.valid && limits.held ? 1 : 0));
    }

    /** The share of experiments whose limits held the truth [1]. */
    double share() {
      return (double) held / experiments;
    }

    /** The same of those whose fit was valid. */
    double shareOfValid() {
      return (double) heldOfValid / valid;
    }
  }

  /** What one experiment said of one parameter. */
  private record Limits(Parameter parameter, boolean valid, boolean bounded, boolean held) {}

  private DefaultCoverage() {}

  private static ParameterValues atEtaOne() {
    double omega0 = 2 * Math.PI * Experiments.TRUTH.referenceFrequency();
    double sweepRate = Rates.sweepRate(Experiments.TRUTH.dipoleMoment(), RATE);
    return Experiments.TRUTH.with(Parameter.RELAXATION_TIME, omega0 / sweepRate);
  }

  private static Measurement powers(double rate) {
    return Experiments.powerSweep(rate, 20);
  }

  private static Measurement both(Measurement first, Measurement second) {
    return Experiments.of(Stream.concat(first.readings(), second.readings()).toList());
  }

  /** As many readings, over a part of the range: fields up to one [V/m]. */
  private static Measurement upTo(Measurement sweep, double field) {
    List<Reading> readings = sweep.readings().toList();
    int n = readings.size();
    double first = ((Drive.AcField) readings.get(0).drive()).amplitude();
    List<Reading> chosen = new ArrayList<>();
    for (int i = 0; i < n; i++) {
      Reading reading = readings.get(i);
      chosen.add(
          new Reading(
              new Drive.AcField(first * Math.pow(field / first, i / (n - 1.0))),
              new BiasRate.FieldRate(((BiasRate.FieldRate) reading.biasRate()).rate()),
              reading.frequency(),
              reading.sigma(),
              reading.origin()));
    }
    return Experiments.of(chosen);
  }

  /**
   * Counts.
   *
   * @param design what is measured
   * @param noise what the fit is told of σ
   * @param experiments number simulated
   * @param seed of all of it
   * @param progress told the number of experiments done
   * @return one row for each parameter of every model
   */
  static List<Coverage> run(
      Design design, Noise noise, int experiments, long seed, IntConsumer progress) {
    AtomicInteger done = new AtomicInteger();
    List<List<Limits>> outcomes =
        IntStream.range(0, experiments)
            .parallel()
            .mapToObj(
                k -> {
                  List<Limits> outcome = experiment(design, noise, seed + k);
                  progress.accept(done.incrementAndGet());
                  return outcome;
                })
            .toList();
    Map<Parameter, Coverage> rows = new EnumMap<>(Parameter.class);
    for (List<Limits> outcome : outcomes) {
      for (Limits limits : outcome) {
        rows.compute(
            limits.parameter, (p, row) -> (row == null ? Coverage.NOTHING : row).with(limits));
      }
    }
    return List.copyOf(rows.values());
  }

  private static List<Limits> experiment(Design design, Noise noise, long number) {
    Inference inference =
        Inference.profile(Fitter.fit(design.simulate(number), design.options(noise)), LEVEL);
    List<ParameterEstimate> estimates = inference.estimates();
    boolean valid = inference.diagnosis().valid();
    List<Limits> outcome = new ArrayList<>();
    for (Parameter parameter : Parameter.ofEveryModel()) {
      Interval interval =
          estimates.stream()
              .filter(estimate -> estimate.name().equals(parameter.key()))
              .map(ParameterEstimate::interval)
              .findFirst()
              .orElse(new Interval(LEVEL, "none", null, null));
      outcome.add(
          new Limits(
              parameter,
              valid,
              interval.lower() != null && interval.upper() != null,
              interval.contains(design.truth().get(parameter))));
    }
    return outcome;
  }

  /** The row of a table. */
  static String row(Design design, Noise noise, Coverage coverage) {
    return String.format(
        Locale.ROOT,
        "| %s | %s | %s | %d | %d | %.1f %% | %.1f %% |",
        design.name(),
        noise.name(),
        coverage.parameter().key(),
        coverage.valid(),
        coverage.bounded(),
        100 * coverage.share(),
        100 * coverage.shareOfValid());
  }
}
