package tlsfit.likelihood;

import java.util.Optional;

/**
 * The end of the profile likelihood of a parameter on one side.
 *
 * @param kind what ends it
 * @param scaled the parameter's scaled value there; infinite, with the direction's sign, if open
 * @param lower the lowest point below the fit that was met on the way
 */
public record ProfileEnd(Kind kind, double scaled, Optional<LowerMinimum> lower) {

  /** What ends a profile. */
  public enum Kind {
    /** χ² has risen by as much as the confidence level allows. */
    LIMIT,
    /** A bound of the fit comes before. */
    BOUND,
    /** Nothing: χ² does not rise so far where the parameter is followed. */
    OPEN
  }
}
