package tlsfit.diagnosis;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import tlsfit.fit.Fit;
import tlsfit.fit.Fitter;
import tlsfit.model.DistributedModel;
import tlsfit.model.Parameter;
import tlsfit.result.Finding;
import tlsfit.result.Finding.Kind;
import tlsfit.result.FindingCode;
import tlsfit.setup.Bounds;
import tlsfit.setup.NuisanceParameter;
import tlsfit.setup.Prior;
import tlsfit.statistics.JacobianAnalysis;

/**
 * The notes on a fit with bounds and priors: which parameters lie at a bound, which the readings
 * would not determine without the priors, and which priors and calibrations they contradict.
 */
final class ConstraintFindings {
  /** Standard uncertainties beyond which a fit contradicts what was known. */
  private static final double FAR = 3;

  private ConstraintFindings() {}

  static List<Finding> of(Fit fit) {
    List<Finding> findings = new ArrayList<>();
    bounds(fit)
        .forEach(
            (parameter, side) ->
                findings.add(
                    note(FindingCode.AT_BOUND, parameter)
                        .withValue(fit.options().boundsOf(parameter).end(side))
                        .about(side.key())));
    contradictedBounds(fit).ifPresent(findings::add);
    for (int k = 0; k < fit.nuisances().size(); k++) {
      NuisanceParameter nuisance = fit.options().nuisances().get(k);
      double off = fit.nuisances().get(k) - nuisance.centre();
      if (Math.abs(off) > FAR) {
        findings.add(
            Finding.of(FindingCode.CALIBRATION_CONTRADICTED, Kind.NOTE, false)
                .withValue(off)
                .withLimit(FAR)
                .about(nuisance.term().source()));
      }
    }
    List<Parameter> withPrior =
        fit.free().stream().filter(fit.options().priors()::containsKey).toList();
    if (!withPrior.isEmpty()) {
      withPrior.forEach(parameter -> contradictedPrior(fit, parameter).ifPresent(findings::add));
      findings.addAll(knownFromPriors(fit, withPrior));
    }
    return findings;
  }

  /** The parameters at bounds; a width at the least one there is is no matter of bounds. */
  private static Map<Parameter, Bounds.Side> bounds(Fit fit) {
    Map<Parameter, Bounds.Side> bounds = new EnumMap<>(Parameter.class);
    bounds.putAll(fit.atBound());
    if (fit.values().dipoleWidth() <= DistributedModel.SMALLEST_WIDTH) {
      bounds.remove(Parameter.DIPOLE_WIDTH);
    }
    return bounds;
  }

  private static Finding note(FindingCode code, Parameter parameter) {
    return Finding.of(code, Kind.NOTE, false).ofParameters(List.of(parameter.key()));
  }

  private static Optional<Finding> contradictedPrior(Fit fit, Parameter parameter) {
    Prior prior = fit.options().findPrior(parameter).orElseThrow();
    double off = (fit.values().get(parameter) - prior.value()) / prior.sigma();
    return Math.abs(off) > FAR
        ? Optional.of(note(FindingCode.PRIOR_CONTRADICTED, parameter).withValue(off).withLimit(FAR))
        : Optional.empty();
  }

  /** The parameters that only the priors make known, each with the priors it needs. */
  private static List<Finding> knownFromPriors(Fit fit, List<Parameter> withPrior) {
    List<String> priors = withPrior.stream().map(Parameter::key).toList();
    List<Finding> findings = new ArrayList<>();
    for (Parameter parameter : unknownWithoutPriors(fit)) {
      List<String> names = new ArrayList<>(List.of(parameter.key()));
      if (!withPrior.contains(parameter)) {
        names.addAll(priors);
      }
      findings.add(Finding.of(FindingCode.KNOWN_FROM_PRIOR, Kind.NOTE, false).ofParameters(names));
    }
    return findings;
  }

  /** The free parameters that the readings alone do not determine, by {@link Determination}. */
  private static Set<Parameter> unknownWithoutPriors(Fit fit) {
    List<Parameter> free = fit.free();
    double[][] jacobian = fit.linearization().jacobian();
    int readings = fit.observations().size();
    int priors = jacobian.length - readings - fit.nuisances().size();
    double[][] rest = Arrays.copyOf(jacobian, jacobian.length - priors);
    System.arraycopy(jacobian, readings + priors, rest, readings, fit.nuisances().size());
    JacobianAnalysis analysis = new JacobianAnalysis(rest);
    double[][] covariance = analysis.covariance();
    Set<Parameter> unknown = EnumSet.noneOf(Parameter.class);
    for (int j = 0; j < free.size(); j++) {
      double error = Math.sqrt(covariance[j][j] * fit.noiseVariance());
      if (analysis.undetermined(j) || error > Determination.largestError(free.get(j), fit)) {
        unknown.add(free.get(j));
      }
    }
    return unknown;
  }

  /** Bounds that the readings contradict, by the fall of χ² without them. */
  private static Optional<Finding> contradictedBounds(Fit fit) {
    if (bounds(fit).isEmpty()) {
      return Optional.empty();
    }
    Fit free = Fitter.refit(fit.observations(), fit.options().withoutBounds(), fit.values());
    double fall = (fit.chiSquare() - free.chiSquare()) / fit.noiseVariance();
    return fall > FAR * FAR
        ? Optional.of(
            Finding.of(FindingCode.BOUNDS_CONTRADICTED, Kind.NOTE, false)
                .withValue(Math.sqrt(fall))
                .withLimit(FAR)
                .with("fall", fall))
        : Optional.empty();
  }
}
