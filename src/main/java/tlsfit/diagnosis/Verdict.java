package tlsfit.diagnosis;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import tlsfit.model.Parameter;

/**
 * Whether a fit may be believed, as named facts.
 *
 * @param converged whether the minimum was reached
 * @param undetermined parameters that were to be fitted and that the data do not determine
 * @param shape what part of the curve the readings show
 * @param facts everything that was looked at, in the order of importance
 * @param warnings what does not spoil the fit but should be known, in words
 */
public record Verdict(
    boolean converged,
    Set<Parameter> undetermined,
    Shape shape,
    List<Fact> facts,
    List<String> warnings) {
  public Verdict {
    EnumSet<Parameter> copy = EnumSet.noneOf(Parameter.class);
    copy.addAll(undetermined);
    undetermined = copy;
    facts = List.copyOf(facts);
    warnings = List.copyOf(warnings);
  }

  /** Whether the data determine every parameter that was to be fitted. */
  public boolean determined() {
    return undetermined.isEmpty();
  }

  /** Whether the data show a shift at all. */
  public boolean shiftSeen() {
    return facts.stream().noneMatch(fact -> fact.name().equals("shiftSeen") && !fact.holds());
  }

  /** Whether all facts hold. */
  public boolean valid() {
    return facts.stream().allMatch(Fact::holds);
  }

  /** What is wrong, in words; empty if nothing is. */
  public List<String> problems() {
    return facts.stream().filter(fact -> !fact.holds()).map(Fact::meaning).toList();
  }
}
