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
 * What must be known of a fit with bounds and priors: which parameters lie at a bound, which the
 * data would not determine without the priors, and which priors and calibrations they contradict.
 */
final class ConstraintWarnings {
  /** Standard uncertainties beyond which a fit contradicts what was known. */
  private static final double FAR = 3;

  private ConstraintWarnings() {}

  static List<String> of(Optimum optimum) {
    List<String> warnings = new ArrayList<>();
    optimum
        .atBound()
        .forEach(
            (parameter, side) ->
                warnings.add(
                    String.format(
                        "%s lies at its %s bound of %s: the data want it %s",
                        parameter.key(),
                        side.key(),
                        inUnits(parameter, optimum.options().boundsOf(parameter).end(side)),
                        side == Bounds.Side.LOWER ? "lower" : "higher")));
    contradictedBounds(optimum).ifPresent(warnings::add);
    for (int k = 0; k < optimum.pulls().size(); k++) {
      Pull pull = optimum.options().pulls().get(k);
      contradiction(pull.term().source(), optimum.pulls().get(k) - pull.centre(), "its calibration")
          .ifPresent(warnings::add);
    }
    Set<Parameter> withPrior = EnumSet.noneOf(Parameter.class);
    optimum.free().stream().filter(optimum.options().priors()::containsKey).forEach(withPrior::add);
    if (withPrior.isEmpty()) {
      return warnings;
    }
    for (Parameter parameter : withPrior) {
      Prior prior = optimum.options().findPrior(parameter).orElseThrow();
      contradiction(
              parameter.key(),
              (optimum.values().get(parameter) - prior.value()) / prior.sigma(),
              "its prior")
          .ifPresent(warnings::add);
    }
    String priors = withPrior.stream().map(Parameter::key).collect(Collectors.joining(" and "));
    for (Parameter parameter : unknownWithoutPriors(optimum)) {
      warnings.add(
          parameter.key()
              + (withPrior.contains(parameter)
                  ? " is known from its prior, not from the data"
                  : " is known only together with the prior of " + priors));
    }
    return warnings;
  }

  /** The free parameters that the readings alone do not determine, by the rules of the judge. */
  private static Set<Parameter> unknownWithoutPriors(Optimum optimum) {
    List<Parameter> free = optimum.free();
    double[][] jacobian = optimum.weightedJacobian();
    int readings = optimum.observations().size();
    int priors = jacobian.length - readings - optimum.pulls().size();
    double[][] rest = Arrays.copyOf(jacobian, jacobian.length - priors);
    System.arraycopy(jacobian, readings + priors, rest, readings, optimum.pulls().size());
    JacobianAnalysis analysis = new JacobianAnalysis(rest);
    double[][] covariance = analysis.covariance();
    Set<Parameter> unknown = EnumSet.noneOf(Parameter.class);
    for (int j = 0; j < free.size(); j++) {
      double error = Math.sqrt(covariance[j][j] * optimum.noiseVariance());
      if (analysis.undetermined(j) || error > allowed(free.get(j), optimum)) {
        unknown.add(free.get(j));
      }
    }
    return unknown;
  }

  /** Bounds that the readings contradict, by the fall of χ² without them. */
  private static Optional<String> contradictedBounds(Optimum optimum) {
    boolean bounded =
        optimum.options().bounds().keySet().stream().anyMatch(optimum.atBound()::containsKey);
    if (!bounded) {
      return Optional.empty();
    }
    Optimum free =
        Fitter.refit(optimum.observations(), optimum.options().withoutBounds(), optimum.values());
    double fall = (optimum.chiSquare() - free.chiSquare()) / optimum.noiseVariance();
    return fall > FAR * FAR
        ? Optional.of(
            String.format(
                Locale.ROOT,
                "the data contradict the bounds by %.1f standard errors: without them chi-square falls"
                    + " by %.3g noise variances",
                Math.sqrt(fall),
                fall))
        : Optional.empty();
  }

  private static Optional<String> contradiction(String what, double off, String known) {
    return Math.abs(off) > FAR
        ? Optional.of(
            String.format(
                Locale.ROOT,
                "%s comes out %.1f standard uncertainties %s %s, which the data contradict",
                what,
                Math.abs(off),
                off > 0 ? "above" : "below",
                known))
        : Optional.empty();
  }

  private static double allowed(Parameter parameter, Optimum optimum) {
    return switch (parameter) {
      case CHI, DIPOLE_MOMENT, FIELD_EXPONENT -> Judge.WIDEST;
      case DIPOLE_WIDTH -> Judge.WIDTH_FROM_ZERO;
      case RELAXATION_TIME -> Judge.WIDEST * optimum.values().relaxationRate();
      case REFERENCE_FREQUENCY -> Judge.span(optimum.prediction().shift());
    };
  }

  private static String inUnits(Parameter parameter, double value) {
    return switch (parameter) {
      case CHI, DIPOLE_WIDTH, FIELD_EXPONENT -> number("%.6g", value);
      case DIPOLE_MOMENT -> number("%.6g", value / Constants.DEBYE) + " D";
      case RELAXATION_TIME -> number("%.6g", value / 1e-6) + " us";
      case REFERENCE_FREQUENCY -> number("%.10g", value / 1e9) + " GHz";
    };
  }

  /** A number without the zeros at its end. */
  private static String number(String format, double value) {
    String text = String.format(Locale.ROOT, format, value);
    int exponent = text.indexOf('e');
    String digits = exponent < 0 ? text : text.substring(0, exponent);
    String rest = exponent < 0 ? "" : text.substring(exponent);
    return (digits.contains(".") ? digits.replaceAll("\\.?0+$", "") : digits) + rest;
  }
}
