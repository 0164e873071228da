package tlsfit.diagnosis;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import tlsfit.fit.Fit;
import tlsfit.fit.RelaxationTest;
import tlsfit.model.Parameter;
import tlsfit.model.Validity;
import tlsfit.statistics.JacobianAnalysis;

/**
 * Decides whether a fit may be believed, and which parameters it determines.
 *
 * <p>The rules, each a {@link Fact}:
 *
 * <ul>
 *   <li>{@code converged}: the minimum was reached.
 *   <li>{@code shiftSeen}: the model explains the readings better than a constant frequency, at a
 *       probability of {@value #SHIFT_SIGNIFICANCE}. Without a shift p has no meaning, and the fit
 *       chooses the p that follows the noise best; the usual distributions then promise too much
 *       (Davies, Biometrika 74, 33 (1987)), hence a level this strict.
 *   <li>{@code fullRank}: every parameter has its own effect on the readings.
 *   <li>one for each of χ and p, and σ_p and α where they are fitted: its logarithm is known to
 *       better than {@value #WIDEST}; one for f_ref: it is known to better than the whole shift.
 *   <li>{@code relaxationSeen}: relaxation that was asked for shows in the data ({@link
 *       RelaxationTest}).
 *   <li>{@code oneMinimum}: no other minimum fits about as well with another p.
 *   <li>those of the shape of the readings: {@link ShapeFindings}.
 *   <li>{@code withinTheory}: no reading has L ≤ 0.
 *   <li>{@code fitsData}: where σ is known, χ² is not absurdly large; where it is not, the signs of
 *       the residuals do not keep together ({@link RunsTest}).
 * </ul>
 */
public final class Diagnosis {
  /** Level of the test for a shift at all. */
  static final double SHIFT_SIGNIFICANCE = 1e-3;

  /** Standard error of a logarithm above which a parameter counts as not determined. */
  static final double WIDEST = 1;

  /**
   * Standard error of ln σ_p above which the width cannot be told from 0: the data see σ_p², whose
   * standard error is 2 σ_p² times this, and must exceed it 1.645 times, the one-sided 95 % point.
   */
  static final double WIDTH_FROM_ZERO = 1 / (2 * 1.645);

  /** Level below which χ² says that the model does not describe the data. */
  static final double MISFIT_SIGNIFICANCE = 1e-6;

  /** Level below which the runs of the residuals' signs say so, where σ is not known. */
  static final double RUNS_SIGNIFICANCE = 1e-4;

  /** Fall of χ² that makes two minima as good as one: the 95 % point of χ² with one freedom. */
  private static final double AS_GOOD = 3.84;

  private final Fit fit;
  private final JacobianAnalysis analysis;
  private final Set<Parameter> undetermined = EnumSet.noneOf(Parameter.class);
  private final List<Fact> facts = new ArrayList<>();
  private final List<String> warnings = new ArrayList<>();
  private Shape shape = Shape.PLATEAU;

  private Diagnosis(Fit fit) {
    this.fit = fit;
    this.analysis = new JacobianAnalysis(fit.weightedJacobian());
  }

  /** Judges an fit. */
  public static Verdict judge(Fit fit) {
    return new Diagnosis(fit).judge();
  }

  private Verdict judge() {
    // A valley is told by fullRank, with the parameters that run along it.
    boolean converged = fit.minimum().stop().atRest();
    judgeDependence();
    if (judgeShift()) { // else the rest would only tell what the noise looks like
      fact("converged", converged, "the fit has not converged: " + fit.minimum().stop().text());
      judgeRank();
      judgeErrors();
      judgeRelaxation();
      judgeOtherMinima();
      judgeShape();
      judgeTheory();
      judgeFit();
      warnings.addAll(ConstraintFindings.of(fit));
    }
    return new Verdict(converged, undetermined, shape, facts, warnings);
  }

  private void judgeShape() {
    ShapeFindings found = ShapeFindings.of(fit, undetermined, SHIFT_SIGNIFICANCE);
    shape = found.shape();
    undetermined.addAll(found.undetermined());
    facts.addAll(found.facts());
    warnings.addAll(found.warnings());
  }

  private boolean judgeShift() {
    double pValue = fit.shiftPValue();
    boolean seen = pValue < SHIFT_SIGNIFICANCE;
    List<Parameter> lost = ShapeFindings.ofTheShift(fit);
    if (!seen) {
      undetermined.addAll(lost);
    }
    fact(
        "shiftSeen",
        seen,
        format(
            "%s not determined: no shift is seen, a constant frequency explains the readings as well"
                + " (p-value %.2g): a plateau only; widen the range of power or lower the noise",
            lost.stream()
                .map(p -> p.key() + " is")
                .collect(Collectors.joining(" not determined, ")),
            pValue));
    return seen;
  }

  private void judgeRank() {
    for (int j = 0; j < fit.free().size(); j++) {
      if (analysis.undetermined(j)) {
        undetermined.add(fit.free().get(j));
      }
    }
    fact(
        "fullRank",
        analysis.fullRank(),
        undetermined.stream()
                .map(parameter -> parameter.key() + " is not determined")
                .collect(Collectors.joining(", "))
            + ": the data cannot tell these parameters apart; "
            + weakest()
            + " leaves every prediction the same");
  }

  private void judgeDependence() {
    if (!fit.observations().dependOnDipoleMoment()
        && !fit.options().fixed().containsKey(Parameter.DIPOLE_MOMENT)) {
      undetermined.add(Parameter.DIPOLE_MOMENT);
      fact(
          "dependsOnDipoleMoment",
          false,
          "dipoleMoment is not determined: all fields are given as rates, which do not depend on it;"
              + " give the microwave field or the bias rate as a field, or hold it (--fix)");
    }
  }

  private void judgeErrors() {
    if (!analysis.fullRank()) {
      return;
    }
    double[][] covariance = fit.covariance();
    double span = span(fit.prediction().shift());
    for (int j = 0; j < fit.free().size(); j++) {
      Parameter parameter = fit.free().get(j);
      double error = Math.sqrt(covariance[j][j]);
      double allowed =
          switch (parameter) {
            case CHI, DIPOLE_MOMENT, FIELD_EXPONENT -> WIDEST;
            case DIPOLE_WIDTH -> WIDTH_FROM_ZERO;
            case REFERENCE_FREQUENCY -> Math.max(span, Double.MIN_NORMAL);
            case RELAXATION_TIME -> Double.POSITIVE_INFINITY; // an open end of its interval says it
          };
      if (error > allowed) {
        undetermined.add(parameter);
        String size =
            parameter.logarithmic()
                ? format("its standard error is a factor of %.3g", Math.exp(Math.min(error, 300)))
                : parameter == Parameter.FIELD_EXPONENT
                    ? format("its standard error is %.3g", error)
                    : format("its standard error of %.3g Hz exceeds the whole shift", error);
        fact(
            parameter.key() + "Determined",
            false,
            parameter.key()
                + " is not determined: "
                + size
                + "; the data hardly change with "
                + weakest());
      }
    }
  }

  private void judgeRelaxation() {
    boolean fitted = fit.relaxationAtZero() || fit.free().contains(Parameter.RELAXATION_TIME);
    boolean unseen = fit.relaxationTest().map(test -> !test.seen()).orElse(false);
    if (fitted && unseen) {
      undetermined.add(Parameter.RELAXATION_TIME);
      fact(
          "relaxationSeen",
          false,
          format(
              "relaxationTime is not determined: it has no upper limit, the fit without relaxation is"
                  + " as good (p-value %.2g); only a lower limit is known",
              fit.relaxationTest().orElseThrow().pValue()));
    }
  }

  private void judgeOtherMinima() {
    for (Fit.OtherMinimum other : fit.otherMinima()) {
      double fall = (other.chiSquare() - fit.chiSquare()) / fit.noiseVariance();
      double ratio = other.values().dipoleMoment() / fit.values().dipoleMoment();
      if (fall < AS_GOOD
          && Math.abs(Math.log(ratio)) > 0.1
          && fit.free().contains(Parameter.DIPOLE_MOMENT)) {
        undetermined.add(Parameter.DIPOLE_MOMENT);
        fact(
            "oneMinimum",
            false,
            format(
                "dipoleMoment is not determined: another minimum, at %.3g times the dipole moment,"
                    + " fits about as well (chi-square larger by %.2g); hold a parameter (--fix) or"
                    + " measure more points about the extremum",
                ratio, fall));
        return;
      }
    }
  }

  private void judgeTheory() {
    List<String> outside = new ArrayList<>();
    List<String> doubtful = new ArrayList<>();
    double[] logarithm = fit.prediction().logarithm();
    for (int i = 0; i < logarithm.length; i++) {
      var origin = fit.observations().readings().get(i).origin();
      String place = origin.file() + ":" + origin.line();
      switch (Validity.of(logarithm[i])) {
        case OUTSIDE -> outside.add(place);
        case DOUBTFUL -> doubtful.add(place);
        case VALID -> {}
      }
    }
    fact(
        "withinTheory",
        outside.isEmpty(),
        "at the fitted dipole moment the theory does not hold (L <= 0) for "
            + places(outside)
            + "; leave these readings out");
    if (!doubtful.isEmpty()) {
      warnings.add(
          "near the end of the theory (L < 1), which may bias the fit: " + places(doubtful));
    }
  }

  private void judgeFit() {
    if (fit.goodnessOfFit().isEmpty()) {
      judgeRuns();
      return;
    }
    double pValue = fit.goodnessOfFit().getAsDouble();
    fact(
        "fitsData",
        pValue >= MISFIT_SIGNIFICANCE,
        format(
            "the model does not describe the data: reduced chi-square %.3g (p-value %.1g); if the"
                + " given sigma are only relative, say so (--sigma relative)",
            fit.reducedChiSquare(), pValue));
  }

  /**
   * Where σ comes from the scatter, a wrong model only makes it larger, but not random; a robust
   * loss takes what the model leaves for outliers.
   */
  private void judgeRuns() {
    RunsTest runs = RunsTest.of(fit);
    fact(
        "fitsData",
        runs.pValue() >= RUNS_SIGNIFICANCE,
        format(
            "the model does not describe the data: the readings lie above and below the fit in"
                + " %d runs where chance makes about %.0f (p-value %.1g); its shape is wrong (try the"
                + " other --model, or a distribution) or the frequency drifted during a sweep, so that"
                + " the limits mean nothing",
            runs.runs(), runs.expected(), runs.pValue()));
  }

  private String weakest() {
    return WeakDirection.inWords(fit, analysis);
  }

  private void fact(String name, boolean holds, String meaning) {
    facts.add(new Fact(name, holds, meaning));
  }

  private static String places(List<String> places) {
    int shown = Math.min(places.size(), 5);
    String more = places.size() > shown ? " and " + (places.size() - shown) + " more" : "";
    return String.join(", ", places.subList(0, shown)) + more;
  }

  static double span(double[] values) {
    double low = Double.POSITIVE_INFINITY;
    double high = Double.NEGATIVE_INFINITY;
    for (double value : values) {
      low = Math.min(low, value);
      high = Math.max(high, value);
    }
    return high - low;
  }

  private static String format(String text, Object... arguments) {
    return String.format(Locale.ROOT, text, arguments);
  }
}
