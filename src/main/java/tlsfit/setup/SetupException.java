package tlsfit.setup;

import java.util.List;
import java.util.stream.Collectors;
import tlsfit.result.Refusal;

/** The refusal of a setup that means nothing, or does not suit the measurement it is for. */
public final class SetupException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final transient List<Refusal> refusals;

  /**
   * A setup refused for one reason.
   *
   * @param refusal the reason
   */
  public SetupException(Refusal refusal) {
    this(List.of(refusal));
  }

  /**
   * A setup refused for several reasons.
   *
   * @param refusals the reasons, one at least
   */
  public SetupException(List<Refusal> refusals) {
    super(refusals.stream().map(Refusal::toString).collect(Collectors.joining("; ")));
    this.refusals = List.copyOf(refusals);
  }

  /** The reasons, in words by {@code tlsfit.explain.RefusalText}. */
  public List<Refusal> refusals() {
    return refusals;
  }
}
