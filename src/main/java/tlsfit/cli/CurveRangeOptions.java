package tlsfit.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import org.apache.logging.log4j.LogManager;
import org.apache.logging.log4j.Logger;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import tlsfit.cli.CurveOutput.Shown;
import tlsfit.curve.Conditions;
import tlsfit.curve.Curve;
import tlsfit.curve.Range;
import tlsfit.model.LossTangent;
import tlsfit.model.ShiftModel;
import tlsfit.units.UnitException;

/** The model along a range of one quantity. */
final class CurveRangeOptions {
  private static final Logger LOGGER = LogManager.getLogger(CurveRangeOptions.class);
  private static final int USUAL_POINTS = 200;
  private static final int MOST_POINTS = 1_000_000;

  @Option(
      names = "--over",
      paramLabel = "NAME=FROM..TO",
      description =
          "Range of rabi [1/s], ac-field [V/m], xi, sweep-rate [1/s^2] or bias-rate [V/m/s], spaced"
              + " evenly in the logarithm.")
  private @Nullable String over;

  @Option(names = "--points", paramLabel = "N", description = "Of the range. Default: 200")
  private @Nullable Integer points;

  @Option(
      names = "--extremum",
      description = "Print the largest shift within the range alone, with its kappa.")
  private boolean extremum;

  @Option(
      names = "--loss",
      description =
          "Print tan delta/tan delta0 of a weak probe just below the pump, too, by theory without"
              + " relaxation; below zero it is gain.")
  private boolean loss;

  @Option(
      names = "--other-loss",
      paramLabel = "1/Q",
      description =
          "All other losses of the resonator: with --loss and chi, tells from which xi on the gain"
              + " exceeds them, so that lasing can set in.")
  private @Nullable Double otherLoss;

  /** The range that was asked for, as it was written; null where none was. */
  @Nullable String over() {
    return over;
  }

  /** The options given that change nothing without a range. */
  List<String> given() {
    List<String> given = new ArrayList<>();
    if (points != null) {
      given.add("--points");
    }
    if (extremum) {
      given.add("--extremum");
    }
    if (loss) {
      given.add("--loss");
    }
    if (otherLoss != null) {
      given.add("--other-loss");
    }
    return given;
  }

  /**
   * The curve of a range.
   *
   * @param text the range, as it was written
   * @throws ConditionOptions.Wrong if the options do not describe a curve
   */
  Shown of(String text, ConditionOptions conditions, ShiftModel model) {
    int number = points == null ? USUAL_POINTS : points;
    if (number < 2 || number > MOST_POINTS) {
      throw new ConditionOptions.Wrong(
          "--points " + number + ": 2 to " + MOST_POINTS + " are possible");
    }
    Range range;
    try {
      range = VariableText.range(text);
    } catch (UnitException | IllegalArgumentException e) {
      throw new ConditionOptions.Wrong("--over: " + e.getMessage());
    }
    Conditions fixed = conditions.of(range.variable(), model);
    Curve curve = Curve.of(range, number, fixed);
    if (curve.points().isEmpty()) {
      throw new ConditionOptions.Wrong(
          "--over "
              + text
              + ": the theory says nothing there, since L is not above 0: the sweep or the drive is"
              + " too fast beside the resonance");
    }
    tell(curve, number);
    tellLasing(conditions);
    CurveTables.Scales scales =
        new CurveTables.Scales(
            range.variable(), conditions.chi(), conditions.referenceFrequency(), loss);
    if (extremum) {
      if (curve.extremum().isEmpty()) {
        LOGGER.warn("the shift is largest at an end of the range: there is no extremum within");
      }
      return Shown.of(CurveTables.ofExtremum(curve, scales));
    }
    return Shown.of(CurveTables.of(curve, scales), () -> CurvePlots.of(range, curve, scales));
  }

  /** From where on the gain exceeds the other losses. */
  private void tellLasing(ConditionOptions conditions) {
    if (otherLoss == null) {
      return;
    }
    if (!loss || conditions.chi().isEmpty() || !(otherLoss >= 0)) {
      throw new ConditionOptions.Wrong(
          "--other-loss: a loss tangent, 0 or more, together with --loss and --set chi=...");
    }
    double tangent = Math.PI * conditions.chi().getAsDouble() / 3;
    OptionalDouble threshold = LossTangent.lasingThreshold(tangent, otherLoss);
    String found =
        threshold.isPresent()
            ? String.format(
                Locale.ROOT,
                "exceeds them, and lasing can set in, from xi = %.6g on",
                threshold.getAsDouble())
            : "never exceeds them: no lasing";
    LOGGER.warn(
        "tan delta0 = {}, other losses {}: the gain {}",
        String.format(Locale.ROOT, "%.4g", tangent),
        otherLoss,
        found);
  }

  private static void tell(Curve curve, int number) {
    if (curve.leftOut() > 0) {
      LOGGER.warn(
          "{} of {} points are left out: L is not above 0 there, and the theory says nothing",
          curve.leftOut(),
          number);
    }
    if (curve.doubtful() > 0) {
      LOGGER.info(
          "points with L below 1, where the logarithm no longer leads: {}", curve.doubtful());
    }
  }
}
