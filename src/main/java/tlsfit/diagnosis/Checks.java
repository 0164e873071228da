package tlsfit.diagnosis;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import org.apache.commons.statistics.distribution.FDistribution;
import tlsfit.fit.Fit;
import tlsfit.fit.FitRefusedException;
import tlsfit.fit.Fitter;
import tlsfit.measurement.Origin;
import tlsfit.model.Parameter;
import tlsfit.statistics.JacobianAnalysis;
import tlsfit.statistics.NormalityTest;

/**
 * What else to look at in a fit, beside its verdict. A check that does not pass asks to be looked
 * at; it does not make the fit invalid. Those that are tests pass at p-values from {@value #LEVEL}
 * on, so that one in a hundred fails by chance.
 *
 * <ul>
 *   <li>{@code chiSquare}, where σ is known: χ²/ν; its p-value is that of as large a χ², and one
 *       that is too small fails too.
 *   <li>{@code runs}: the signs of the residuals ({@link RunsTest}).
 *   <li>{@code normality}: the distribution of the residuals ({@link NormalityTest}).
 *   <li>{@code outliers}: the largest externally studentised residual, at the level of Bonferroni.
 *   <li>{@code leverage}: the largest, which should stay below {@value #LARGEST_LEVERAGE} (Huber,
 *       Robust Statistics, 1981, section 7.2).
 *   <li>{@code influence}: the largest of Cook's distances, which should stay below the median of F
 *       with m and ν degrees of freedom: from there on one reading moves the fit to the edge of its
 *       50 % confidence region (Cook, Technometrics 19, 15 (1977)).
 *   <li>{@code correlation}: the largest between two parameters, which should stay below {@value
 *       #LARGEST_CORRELATION}.
 *   <li>{@code condition}: condition number of the Jacobian with columns of unit length, which
 *       should stay below {@value #LARGEST_CONDITION} (Belsley, Kuh and Welsch, Regression
 *       Diagnostics, 1980, section 3.2).
 *   <li>{@code starts}: how many of the starts ended in the minimum.
 *   <li>{@code tables}: whether the tables agree ({@link TableConsistency}).
 *   <li>{@code limits}: how far limits from the curvature are from those of the profile, which
 *       should stay below a tenth of their half-width.
 * </ul>
 *
 * <p>Where no shift is seen, only what concerns the noise is checked.
 */
public final class Checks {
  /** Level of the tests. */
  public static final double LEVEL = 0.01;

  static final double LARGEST_LEVERAGE = 0.5;
  static final double LARGEST_CORRELATION = 0.98;
  static final double LARGEST_CONDITION = 30;

  /** Outliers named at most. */
  private static final int NAMED = 5;

  private final Fit fit;
  private final Verdict verdict;
  private final ResidualAnalysis residuals;
  private final List<Check> checks = new ArrayList<>();

  private Checks(Fit fit, Verdict verdict) {
    this.fit = fit;
    this.verdict = verdict;
    residuals = new ResidualAnalysis(fit);
  }

  /**
   * Checks a fit.
   *
   * @param fit the fit
   * @param verdict on it
   */
  public static List<Check> of(Fit fit, Verdict verdict) {
    return new Checks(fit, verdict).all();
  }

  private List<Check> all() {
    chiSquare();
    if (residuals.scatter()) {
      runs();
      normality();
      outliers();
    }
    if (verdict.shiftSeen() && verdict.converged()) {
      if (residuals.scatter()) {
        tables();
      }
      leverage();
      if (residuals.scatter()) {
        influence();
      }
      JacobianAnalysis analysis = new JacobianAnalysis(fit.weightedJacobian());
      if (analysis.fullRank() && fit.free().size() > 1) {
        correlation();
        condition(analysis.conditionNumber());
      }
      starts();
    }
    return List.copyOf(checks);
  }

  private void chiSquare() {
    if (fit.goodnessOfFit().isEmpty()) {
      return;
    }
    double pValue = fit.goodnessOfFit().getAsDouble();
    boolean small = pValue > 1 - LEVEL;
    test(
        "chiSquare",
        fit.reducedChiSquare(),
        pValue,
        pValue >= LEVEL && !small,
        "the readings scatter about the fit as the given sigma say",
        small
            ? "the readings scatter less than the given sigma say: sigma are too large, or the"
                + " readings were smoothed; all errors are too large with them"
            : "the readings scatter more than the given sigma say: the model is wrong, or sigma are"
                + " too small; look at the runs below, and try --sigma relative");
  }

  private void runs() {
    RunsTest runs = RunsTest.of(fit);
    String found =
        format(
            "the signs of the residuals make %d runs, chance %.0f", runs.runs(), runs.expected());
    test(
        "runs",
        runs.runs(),
        runs.pValue(),
        runs.pValue() >= LEVEL,
        found + ": no shape is left in them",
        found
            + ": neighbours err together, so the shape of the model is wrong or the frequency"
            + " drifts, and errors are too small; compare the models below, and measure up and down");
  }

  private void normality() {
    NormalityTest.of(residuals.standardised())
        .ifPresent(
            test ->
                test(
                    "normality",
                    test.statistic(),
                    test.pValue(),
                    test.pValue() >= LEVEL,
                    "the residuals are distributed normally, as the limits suppose",
                    "the residuals are not distributed normally: limits are only rough; look for"
                        + " outliers, jumps of the frequency, or sigma that differ between readings"));
  }

  private void outliers() {
    if (fit.degreesOfFreedom() < 2) {
      return;
    }
    List<Integer> order =
        IntStream.range(0, residuals.size())
            .boxed()
            .sorted(Comparator.comparingDouble(i -> -Math.abs(residuals.studentised(i))))
            .toList();
    int first = order.get(0);
    List<String> outside =
        order.stream()
            .filter(i -> residuals.outlierPValue(i) < LEVEL)
            .map(i -> place(i) + format(" (%+.1f)", -residuals.studentised(i)))
            .toList();
    String named = String.join(", ", outside.subList(0, Math.min(NAMED, outside.size())));
    String more = outside.size() > NAMED ? format(" and %d more", outside.size() - NAMED) : "";
    test(
        "outliers",
        Math.abs(residuals.studentised(first)),
        residuals.outlierPValue(first),
        outside.isEmpty(),
        "no reading is further off than the largest of so many may be; the largest is that of "
            + place(first),
        "too far off, in standard deviations: "
            + named
            + more
            + "; look what happened there, and fit without them to see whether the result changes");
  }

  private void leverage() {
    int largest = largest(residuals::leverage);
    double value = residuals.leverage(largest);
    check(
        "leverage",
        value,
        value <= LARGEST_LEVERAGE,
        "no reading alone decides its own fit; the largest leverage has " + place(largest),
        "the fit follows "
            + place(largest)
            + " whatever was read there: nothing checks that reading; measure more points near it");
  }

  private void influence() {
    if (fit.degreesOfFreedom() < 2) {
      return;
    }
    int most = largest(residuals::cook);
    double value = residuals.cook(most);
    double limit =
        FDistribution.of(fit.free().size(), fit.degreesOfFreedom())
            .inverseCumulativeProbability(0.5);
    String found = "the most influential reading is " + place(most) + changeWithout(most);
    check(
        "influence",
        value,
        value < limit,
        found,
        found + "; the result hangs on it: measure there again");
  }

  /** What the dipole moment does without a reading, by a fit without it. */
  private String changeWithout(int left) {
    int column = fit.free().indexOf(Parameter.DIPOLE_MOMENT);
    if (column < 0 || verdict.undetermined().contains(Parameter.DIPOLE_MOMENT)) {
      return "";
    }
    try {
      Fit without = Fitter.refit(Part.without(fit, left), fit.options(), fit.values());
      if (!without.minimum().stop().converged()) {
        return "; without it the fit does not converge";
      }
      double change = Math.log(without.values().dipoleMoment() / fit.values().dipoleMoment());
      double error = Math.sqrt(fit.covariance()[column][column]);
      return format(
          "; without it dipoleMoment changes by %+.2g %%, %.1f standard errors",
          100 * Math.expm1(change), Math.abs(change) / error);
    } catch (FitRefusedException e) {
      return "; without it the readings are too few";
    }
  }

  private void correlation() {
    double[][] correlation = fit.correlation();
    int row = 1;
    int column = 0;
    for (int i = 1; i < correlation.length; i++) {
      for (int j = 0; j < i; j++) {
        if (Math.abs(correlation[i][j]) > Math.abs(correlation[row][column])) {
          row = i;
          column = j;
        }
      }
    }
    double value = correlation[row][column];
    String pair = fit.free().get(column).key() + " and " + fit.free().get(row).key();
    check(
        "correlation",
        value,
        Math.abs(value) <= LARGEST_CORRELATION,
        "the strongest is that of " + pair + ", weak enough to tell them apart",
        format(
            "%s are hardly told apart: if one were known, the error of the other would be %.0f times"
                + " smaller; hold one (--fix), or sweep what was held constant",
            pair, 1 / Math.sqrt(1 - value * value)));
  }

  private void condition(double number) {
    String weakest = WeakDirection.inWords(fit);
    check(
        "condition",
        number,
        number <= LARGEST_CONDITION,
        "least certain is " + weakest,
        "the data see little of "
            + weakest
            + "; sweep what was held constant, or hold a parameter");
  }

  private void starts() {
    if (fit.starts() < 2) {
      return;
    }
    check(
        "starts",
        fit.agreeing(),
        fit.agreeing() > 1,
        format(
            "of %d starts %d ended in this minimum, and none lower", fit.starts(), fit.agreeing()),
        format(
            "only one of %d starts ended in this minimum: there may be lower ones; compare with a"
                + " fit that holds dipoleMoment near another value",
            fit.starts()));
  }

  private void tables() {
    Optional<TableConsistency> consistency = TableConsistency.of(fit);
    if (consistency.isEmpty()) {
      return;
    }
    TableConsistency found = consistency.get();
    test(
        "tables",
        found.fall() / fit.noiseVariance(),
        found.pValue(),
        found.pValue() >= LEVEL,
        format(
            "the tables agree: parameters of their own, %d more, would lower chi-square by no more"
                + " than chance",
            found.added()),
        format(
            "the tables contradict each other: parameters of their own, %d more, would lower"
                + " chi-square by more than chance, most in %s; look for a calibration, a"
                + " temperature or a model that does not hold for all",
            found.added(), found.farthest()));
  }

  private int largest(IntToDoubleFunction of) {
    int largest = 0;
    for (int i = 1; i < residuals.size(); i++) {
      if (of.applyAsDouble(i) > of.applyAsDouble(largest)) {
        largest = i;
      }
    }
    return largest;
  }

  private String place(int i) {
    Origin origin = fit.observations().readings().get(i).origin();
    return origin.file() + ":" + origin.line();
  }

  private void test(
      String name, double value, double pValue, boolean passed, String good, String bad) {
    checks.add(new Check(name, value, OptionalDouble.of(pValue), passed, passed ? good : bad));
  }

  private void check(String name, double value, boolean passed, String good, String bad) {
    checks.add(new Check(name, value, OptionalDouble.empty(), passed, passed ? good : bad));
  }

  private static String format(String text, Object... arguments) {
    return String.format(Locale.ROOT, text, arguments);
  }
}
