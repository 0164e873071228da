package tlsfit.diagnosis;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import tlsfit.fit.Fit;
import tlsfit.model.Parameter;
import tlsfit.units.Constants;

/**
 * What the shape of the readings says of a fit in which a shift is seen. The rules, each a {@link
 * Fact}:
 *
 * <ul>
 *   <li>{@code severalReadings}: the shift is seen without any one or two readings, too ({@link
 *       InfluentialReadings}).
 *   <li>{@code smallStrength}: χ is below 1, as a theory of first order in χ needs.
 *   <li>{@code noRival}: no straight line or step explains the readings as well ({@link
 *       FeaturelessCurve}).
 *   <li>{@code relaxationDecided}: relaxation that was left out, but is not excluded, would change
 *       p by less than its interval ({@link RelaxationLeftOut}).
 *   <li>{@code extremumVisible}: readings lie on both sides of the extremum ({@link
 *       SweepCoverage}); a warning where p is determined nonetheless.
 * </ul>
 *
 * @param shape what part of the curve the readings show
 * @param facts what was looked at
 * @param undetermined parameters that are not determined, beside those that were not before
 * @param warnings in words
 */
public record ShapeFindings(
    Shape shape, List<Fact> facts, Set<Parameter> undetermined, List<String> warnings) {

  private static final String RISING =
      "all readings lie on the rising side of the shift (weak drive), where it grows with power over"
          + " bias rate and hardly more than the product of chi and dipoleMoment shows; go to higher"
          + " power or lower bias rate";

  private static final String FAR =
      "all readings lie beyond the extremum of the shift (strong drive), where it only falls slowly"
          + " with the power; go to lower power or higher bias rate";

  /**
   * Looks at the readings of a fit.
   *
   * @param before parameters already known not to be determined
   * @param significance level of the test for a shift
   */
  static ShapeFindings of(Fit fit, Set<Parameter> before, double significance) {
    ShapeFindings found =
        new ShapeFindings(
            Shape.EXTREMUM, new ArrayList<>(), EnumSet.noneOf(Parameter.class), new ArrayList<>());
    boolean few = found.judgeReadings(fit, significance);
    if (!fit.free().contains(Parameter.DIPOLE_MOMENT)) {
      return found.of(few ? Shape.FEW_READINGS : SweepCoverage.ofFit(fit));
    }
    found.judgeStrength(fit);
    found.judgeRivals(fit);
    boolean open =
        before.contains(Parameter.DIPOLE_MOMENT)
            || found.undetermined.contains(Parameter.DIPOLE_MOMENT);
    if (!open) {
      found.judgeRelaxationLeftOut(fit);
    }
    if (few) {
      return found.of(Shape.FEW_READINGS);
    }
    Shape shape = open ? SweepCoverage.ofData(fit) : SweepCoverage.ofFit(fit);
    found.judgeExtremum(fit, shape, open);
    return found.of(shape);
  }

  private ShapeFindings of(Shape seen) {
    return new ShapeFindings(seen, facts, undetermined, warnings);
  }

  private boolean judgeReadings(Fit fit, double significance) {
    boolean strengthFitted = fit.free().contains(Parameter.CHI);
    Optional<InfluentialReadings> found =
        strengthFitted ? InfluentialReadings.of(fit, significance) : Optional.empty();
    found.ifPresent(
        leaveOut -> {
          undetermined.addAll(ofTheShift(fit));
          String places =
              leaveOut.readings().stream()
                  .map(reading -> reading.origin().file() + ":" + reading.origin().line())
                  .collect(Collectors.joining(" and "));
          facts.add(
              new Fact(
                  "severalReadings",
                  false,
                  format(
                      "%s: the shift rests on %s alone, %s; without %s a constant frequency explains"
                          + " the rest (p-value %.2g); measure again there, with more points",
                      notDetermined(fit),
                      leaveOut.readings().size() == 1 ? "one reading" : "two readings",
                      places,
                      leaveOut.readings().size() == 1 ? "it" : "them",
                      leaveOut.pValue())));
        });
    return found.isPresent();
  }

  private void judgeStrength(Fit fit) {
    double chi = fit.values().chi();
    if (!(chi < 1)) {
      undetermined.addAll(ofTheShift(fit));
      facts.add(
          new Fact(
              "smallStrength",
              false,
              format(
                  "%s: chi comes out as %.2g, which no dielectric has; the readings do not show the"
                      + " curve of the shift",
                  notDetermined(fit), chi)));
    }
  }

  private void judgeRivals(Fit fit) {
    FeaturelessCurve.of(fit).stream()
        .findFirst()
        .filter(rival -> rival.asGoodAs(fit))
        .ifPresent(
            rival -> {
              undetermined.addAll(ofTheShift(fit));
              facts.add(
                  new Fact(
                      "noRival",
                      false,
                      notDetermined(fit)
                          + ": "
                          + rival.text(fit)
                          + "; widen the range until the curve of the shift shows, with its"
                          + " extremum"));
            });
  }

  private void judgeRelaxationLeftOut(Fit fit) {
    RelaxationLeftOut.of(fit)
        .filter(RelaxationLeftOut::decides)
        .ifPresent(
            left -> {
              String other =
                  format(
                      "relaxation is not seen, but with a relaxationTime of %.3g s, which fits as"
                          + " well, dipoleMoment would be %.3g D instead of %.3g D",
                      left.relaxationTime(),
                      left.dipoleMoment() / Constants.DEBYE,
                      fit.values().dipoleMoment() / Constants.DEBYE);
              if (left.isLarge()) {
                undetermined.add(Parameter.DIPOLE_MOMENT);
                facts.add(
                    new Fact(
                        "relaxationDecided",
                        false,
                        "dipoleMoment is not determined: "
                            + other
                            + "; sweep the bias rate, or hold relaxationTime (--fix)"));
              } else {
                warnings.add(other);
              }
            });
  }

  private void judgeExtremum(Fit fit, Shape shape, boolean open) {
    String side =
        switch (shape) {
          case RISING_SIDE -> RISING;
          case FAR_SIDE -> FAR;
          case PLATEAU ->
              format(
                  "a plateau only: the readings hardly differ from one frequency beyond their noise"
                      + " (%.3g Hz); a shift that is the same for all of them does not show",
                  typicalSigma(fit));
          case EXTREMUM, FEW_READINGS -> "";
        };
    if (side.isEmpty()) {
      return;
    }
    String none = shape == Shape.PLATEAU ? "" : "no visible extremum: ";
    if (open) {
      facts.add(new Fact("extremumVisible", false, none + side));
    } else {
      warnings.add(
          none
              + side
              + "; dipoleMoment rests on the curvature of one side and on the logarithm of the"
              + " model, not on an extremum");
    }
  }

  /** The median σ of the readings [Hz], from the scatter where it is not known. */
  public static double typicalSigma(Fit fit) {
    double[] sigma = new double[fit.observations().size()];
    for (int i = 0; i < sigma.length; i++) {
      sigma[i] = fit.observations().sigma(i);
    }
    Arrays.sort(sigma);
    return Math.sqrt(fit.noiseVariance()) * sigma[sigma.length / 2];
  }

  /** The fitted parameters that have no meaning without a shift. */
  static List<Parameter> ofTheShift(Fit fit) {
    return fit.free().stream().filter(p -> p != Parameter.REFERENCE_FREQUENCY).toList();
  }

  private static String notDetermined(Fit fit) {
    return ofTheShift(fit).stream().map(Parameter::key).collect(Collectors.joining(", "))
        + " not determined";
  }

  private static String format(String text, Object... arguments) {
    return String.format(Locale.ROOT, text, arguments);
  }
}
