package tlsfit.result;

import java.util.List;

/**
 * The verdict on a fit: whether it may be believed.
 *
 * @param valid whether every {@link Finding.Kind#FACT} holds
 * @param converged whether a minimum was reached
 * @param determined whether the readings determine every parameter that was fitted
 * @param shape the part of the shift's curve that the readings show
 * @param problems the facts that do not hold, in words for people
 * @param findings all that was found, the gravest kind first
 */
public record Verdict(
    boolean valid,
    boolean converged,
    boolean determined,
    Shape shape,
    List<String> problems,
    List<Finding> findings) {

  /** Copies the lists. */
  public Verdict {
    problems = List.copyOf(problems);
    findings = List.copyOf(findings);
  }

  /** The findings of one kind. */
  public List<Finding> findings(Finding.Kind kind) {
    return findings.stream().filter(finding -> finding.kind() == kind).toList();
  }
}
