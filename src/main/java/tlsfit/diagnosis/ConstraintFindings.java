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
import tlsfit.fit.Fitter;
import tlsfit.model.Parameter;
import tlsfit.setup.Bounds;
import tlsfit.setup.NuisanceParameter;
import tlsfit.setup.Prior;
import tlsfit.statistics.JacobianAnalysis;
import tlsfit.units.Constants;

/**
 * What must be known of a fit with bounds and priors: which parameters lie at a bound, which the
 * data would not determine without the priors, and which priors and calibrations they contradict.
 */
final class ConstraintFindings {
  /** Standard uncertainties beyond which a fit contradicts what was known. */
  private static final double FAR = 3;

  private ConstraintFindings() {}

  static List<String> of(Fit fit) {
    List<String> warnings = new ArrayList<>();
    fit.atBound()
        .forEach(
            (parameter, side) ->
                warnings.add(
                    String.format(
                        "%s lies at its %s bound of %s: the data want it %s",
                        parameter.key(),
                        side.key(),
                        inUnits(parameter, fit.options().boundsOf(parameter).end(side)),
                        side == Bounds.Side.LOWER ? "lower" : "higher")));
    contradictedBounds(fit).ifPresent(warnings::add);
    for (int k = 0; k < fit.pulls().size(); k++) {
      NuisanceParameter pull = fit.options().pulls().get(k);
      contradiction(pull.term().source(), fit.pulls().get(k) - pull.centre(), "its calibration")
          .ifPresent(warnings::add);
    }
    Set<Parameter> withPrior = EnumSet.noneOf(Parameter.class);
    fit.free().stream().filter(fit.options().priors()::containsKey).forEach(withPrior::add);
    if (withPrior.isEmpty()) {
      return warnings;
    }
    for (Parameter parameter : withPrior) {
      Prior prior = fit.options().findPrior(parameter).orElseThrow();
      contradiction(
              parameter.key(),
              (fit.values().get(parameter) - prior.value()) / prior.sigma(),
              "its prior")
          .ifPresent(warnings::add);
    }
    String priors = withPrior.stream().map(Parameter::key).collect(Collectors.joining(" and "));
    for (Parameter parameter : unknownWithoutPriors(fit)) {
      warnings.add(
          parameter.key()
              + (withPrior.contains(parameter)
                  ? " is known from its prior, not from the data"
                  : " is known only together with the prior of " + priors));
    }
    return warnings;
  }

  /** The free parameters that the readings alone do not determine, by the rules of the judge. */
  private static Set<Parameter> unknownWithoutPriors(Fit fit) {
    List<Parameter> free = fit.free();
    double[][] jacobian = fit.weightedJacobian();
    int readings = fit.observations().size();
    int priors = jacobian.length - readings - fit.pulls().size();
    double[][] rest = Arrays.copyOf(jacobian, jacobian.length - priors);
    System.arraycopy(jacobian, readings + priors, rest, readings, fit.pulls().size());
    JacobianAnalysis analysis = new JacobianAnalysis(rest);
    double[][] covariance = analysis.covariance();
    Set<Parameter> unknown = EnumSet.noneOf(Parameter.class);
    for (int j = 0; j < free.size(); j++) {
      double error = Math.sqrt(covariance[j][j] * fit.noiseVariance());
      if (analysis.undetermined(j) || error > allowed(free.get(j), fit)) {
        unknown.add(free.get(j));
      }
    }
    return unknown;
  }

  /** Bounds that the readings contradict, by the fall of χ² without them. */
  private static Optional<String> contradictedBounds(Fit fit) {
    boolean bounded = fit.options().bounds().keySet().stream().anyMatch(fit.atBound()::containsKey);
    if (!bounded) {
      return Optional.empty();
    }
    Fit free = Fitter.refit(fit.observations(), fit.options().withoutBounds(), fit.values());
    double fall = (fit.chiSquare() - free.chiSquare()) / fit.noiseVariance();
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

  private static double allowed(Parameter parameter, Fit fit) {
    return switch (parameter) {
      case CHI, DIPOLE_MOMENT, FIELD_EXPONENT -> Diagnosis.WIDEST;
      case DIPOLE_WIDTH -> Diagnosis.WIDTH_FROM_ZERO;
      case RELAXATION_TIME -> Diagnosis.WIDEST * fit.values().relaxationRate();
      case REFERENCE_FREQUENCY -> Diagnosis.span(fit.prediction().shift());
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
