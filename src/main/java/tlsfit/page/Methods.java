package tlsfit.page;

import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;
import tlsfit.result.FitResult;
import tlsfit.result.ParameterEstimate;
import tlsfit.result.SystematicUncertainty;
import tlsfit.units.NumberText;

/** The sentence about a fit that a paper has in its methods, and the references it needs. */
final class Methods {
  private Methods() {}

  static String sentence(FitResult result) {
    long fitted = result.parameters().stream().filter(one -> !one.fixed()).count();
    ParameterEstimate first = result.parameters().get(0);
    String kind =
        switch (first.interval().method()) {
          case "profile" -> "from the profile likelihood";
          case "bootstrap" -> "from a bootstrap";
          default -> "from the covariance";
        };
    return "The "
        + (fitted == 1 ? "parameter was" : fitted + " parameters were")
        + " obtained by a "
        + (result.statistics().noise().equals("from-scatter") ? "" : "weighted ")
        + (result.statistics().loss().equals("linear") ? "least-squares fit" : "robust fit")
        + " of "
        + result.statistics().points()
        + " resonance frequencies in "
        + NumberText.count(result.tables().size(), "table")
        + " to model "
        + result.model()
        + " of the shift (tlsfit "
        + result.provenance().version()
        + "; theory of Burin et al., arXiv:2401.15624)"
        + (result.relaxation() ? ", with relaxation" : "")
        + ". Confidence intervals are "
        + kind
        + " at "
        + NumberText.percent(first.interval().level(), 4)
        + "."
        + dominant(result).map(source -> " " + source).orElse("");
  }

  private static Optional<String> dominant(FitResult result) {
    return result.systematics().stream()
        .filter(line -> line.kind() == SystematicUncertainty.Kind.CALIBRATION)
        .filter(line -> line.changes().containsKey("dipoleMoment"))
        .max(
            Comparator.comparingDouble(
                line -> Math.abs(line.changes().getOrDefault("dipoleMoment", 0.0))))
        .map(
            line ->
                "The calibration uncertainty is reported separately and is largest by the "
                    + line.source()
                    + ".");
  }

  static String bibtex(FitResult result) {
    return String.format(
        Locale.ROOT,
        """
        @software{tlsfit,
          title   = {tlsfit: dipole moments of two-level systems from resonator shifts},
          version = {%s},
        }
        @misc{burin2024,
          author        = {Burin, A. L. and Schechter, M. and Tennant, D. and Ray, K. G. and Rosen, Y. J.},
          title         = {Red shift of the superconductivity cavity resonance in {Josephson} junction
                           qubits as a direct signature of {TLS} population inversion},
          year          = {2024},
          eprint        = {2401.15624},
          archiveprefix = {arXiv},
        }
        """,
        result.provenance().version());
  }
}
