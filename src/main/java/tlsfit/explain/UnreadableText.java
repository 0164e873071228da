package tlsfit.explain;

import tlsfit.result.FitResult;
import tlsfit.result.UnreadableResultException;

/** Why a result file cannot be read, in words. */
public final class UnreadableText {
  private UnreadableText() {}

  /** One line that names the file, the place, what was found and the mend. */
  public static String of(UnreadableResultException fault) {
    String place = fault.line() > 0 ? ":" + fault.line() + ":" + fault.column() + ": " : ": ";
    return fault.file()
        + place
        + switch (fault.reason()) {
          case SCHEMA ->
              "found the schema "
                  + fault.found()
                  + ", which this version does not read ("
                  + FitResult.SCHEMA
                  + " is needed); fit the sample again";
          case SYNTAX -> "not a result of tlsfit fit: " + fault.found();
          case FILE -> "cannot be read: " + fault.found();
        };
  }
}
