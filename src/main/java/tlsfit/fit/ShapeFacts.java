package tlsfit.fit;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import tlsfit.units.Constants;

/**
 * What the shape of the readings says of a fit in which a shift is seen. The rules, each a {@link
 * Fact}:
 *
 * <ul>
 *   <li>{@code severalReadings}: the shift is seen without any one or two readings, too ({@link
 *       LeaveOut}).
 *   <li>{@code smallStrength}: χ is below 1, as a theory of first order in χ needs.
 *   <li>{@code noRival}: no straight line or step explains the readings as well ({@link Rival}).
 *   <li>{@code relaxationDecided}: relaxation that was left out, but is not excluded, would change
 *       p by less than its interval ({@link RelaxationLeftOut}).
 *   <li>{@code extremumVisible}: readings lie on both sides of the extremum ({@link Sides}); a
 *       warning where p is determined nonetheless.
 * </ul>
 *
 * @param shape what part of the curve the readings show
 * @param facts what was looked at
 * @param undetermined parameters that are not determined, beside those that were not before
 * @param warnings in words
 */
record ShapeFacts(
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
  static ShapeFacts of(Optimum optimum, Set<Parameter> before, double significance) {
    ShapeFacts found =
        new ShapeFacts(
            Shape.EXTREMUM, new ArrayList<>(), EnumSet.noneOf(Parameter.class), new ArrayList<>());
    boolean few = found.judgeReadings(optimum, significance);
    if (!optimum.free().contains(Parameter.DIPOLE_MOMENT)) {
      return found.of(few ? Shape.FEW_READINGS : Sides.ofFit(optimum));
    }
    found.judgeStrength(optimum);
    found.judgeRivals(optimum);
    boolean open =
        before.contains(Parameter.DIPOLE_MOMENT)
            || found.undetermined.contains(Parameter.DIPOLE_MOMENT);
    if (!open) {
      found.judgeRelaxationLeftOut(optimum);
    }
    if (few) {
      return found.of(Shape.FEW_READINGS);
    }
    Shape shape = open ? Sides.ofData(optimum) : Sides.ofFit(optimum);
    found.judgeExtremum(optimum, shape, open);
    return found.of(shape);
  }

  private ShapeFacts of(Shape seen) {
    return new ShapeFacts(seen, facts, undetermined, warnings);
  }

  private boolean judgeReadings(Optimum optimum, double significance) {
    boolean strengthFitted = optimum.free().contains(Parameter.CHI);
    Optional<LeaveOut> found =
        strengthFitted ? LeaveOut.of(optimum, significance) : Optional.empty();
    found.ifPresent(
        leaveOut -> {
          undetermined.addAll(ofTheShift(optimum));
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
                      notDetermined(optimum),
                      leaveOut.readings().size() == 1 ? "one reading" : "two readings",
                      places,
                      leaveOut.readings().size() == 1 ? "it" : "them",
                      leaveOut.pValue())));
        });
    return found.isPresent();
  }

  private void judgeStrength(Optimum optimum) {
    double chi = optimum.values().chi();
    if (!(chi < 1)) {
      undetermined.addAll(ofTheShift(optimum));
      facts.add(
          new Fact(
              "smallStrength",
              false,
              format(
                  "%s: chi comes out as %.2g, which no dielectric has; the readings do not show the"
                      + " curve of the shift",
                  notDetermined(optimum), chi)));
    }
  }

  private void judgeRivals(Optimum optimum) {
    Rival.of(optimum).stream()
        .findFirst()
        .filter(rival -> rival.asGoodAs(optimum))
        .ifPresent(
            rival -> {
              undetermined.addAll(ofTheShift(optimum));
              facts.add(
                  new Fact(
                      "noRival",
                      false,
                      notDetermined(optimum)
                          + ": "
                          + rival.text(optimum)
                          + "; widen the range until the curve of the shift shows, with its"
                          + " extremum"));
            });
  }

  private void judgeRelaxationLeftOut(Optimum optimum) {
    RelaxationLeftOut.of(optimum)
        .filter(RelaxationLeftOut::decides)
        .ifPresent(
            left -> {
              String other =
                  format(
                      "relaxation is not seen, but with a relaxationTime of %.3g s, which fits as"
                          + " well, dipoleMoment would be %.3g D instead of %.3g D",
                      left.relaxationTime(),
                      left.dipoleMoment() / Constants.DEBYE,
                      optimum.values().dipoleMoment() / Constants.DEBYE);
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

  private void judgeExtremum(Optimum optimum, Shape shape, boolean open) {
    String side =
        switch (shape) {
          case RISING_SIDE -> RISING;
          case FAR_SIDE -> FAR;
          case PLATEAU ->
              format(
                  "a plateau only: the readings hardly differ from one frequency beyond their noise"
                      + " (%.3g Hz); a shift that is the same for all of them does not show",
                  typicalSigma(optimum));
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
  static double typicalSigma(Optimum optimum) {
    double[] sigma = new double[optimum.observations().size()];
    for (int i = 0; i < sigma.length; i++) {
      sigma[i] = optimum.observations().sigma(i);
    }
    Arrays.sort(sigma);
    return Math.sqrt(optimum.noiseVariance()) * sigma[sigma.length / 2];
  }

  /** The fitted parameters that have no meaning without a shift. */
  static List<Parameter> ofTheShift(Optimum optimum) {
    return optimum.free().stream().filter(p -> p != Parameter.REFERENCE_FREQUENCY).toList();
  }

  private static String notDetermined(Optimum optimum) {
    return ofTheShift(optimum).stream().map(Parameter::key).collect(Collectors.joining(", "))
        + " not determined";
  }

  private static String format(String text, Object... arguments) {
    return String.format(Locale.ROOT, text, arguments);
  }
}
