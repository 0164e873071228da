package tlsfit.diagnosis;

import java.util.ArrayList;
import java.util.List;
import tlsfit.fit.Fit;
import tlsfit.model.Validity;
import tlsfit.result.Finding;
import tlsfit.result.Finding.Kind;
import tlsfit.result.FindingCode;

/** The findings on whether all readings lie within the range of the theory. */
final class TheoryFindings {
  /** L below which the leading logarithm no longer leads [1]. */
  private static final double NEAR = 1;

  private TheoryFindings() {}

  static List<Finding> of(Fit fit) {
    List<Finding.Place> outside = new ArrayList<>();
    List<Finding.Place> near = new ArrayList<>();
    double[] logarithm = fit.prediction().logarithm();
    for (int i = 0; i < logarithm.length; i++) {
      switch (Validity.of(logarithm[i])) {
        case OUTSIDE -> outside.add(Places.of(fit, i, logarithm[i]));
        case DOUBTFUL -> near.add(Places.of(fit, i, logarithm[i]));
        case VALID -> {}
      }
    }
    List<Finding> findings = new ArrayList<>();
    findings.add(
        Finding.of(FindingCode.WITHIN_THEORY, Kind.FACT, outside.isEmpty())
            .withLimit(0)
            .at(outside));
    if (!near.isEmpty()) {
      findings.add(
          Finding.of(FindingCode.NEAR_END_OF_THEORY, Kind.NOTE, false).withLimit(NEAR).at(near));
    }
    return findings;
  }
}
