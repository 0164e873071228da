package tlsfit.cli;

/** What the program says to the shell. A run over several samples ends with the gravest. */
final class ExitStatus {
  static final int OK = 0;
  static final int UNEXPECTED = 1;
  static final int WRONG_COMMAND_LINE = 2;
  static final int INPUT_REFUSED = 3;
  static final int NOT_VALID = 4;

  private ExitStatus() {}

  /** Of two statuses the graver: no result at all is worse than one that is not valid. */
  static int worse(int a, int b) {
    return gravity(a) >= gravity(b) ? a : b;
  }

  private static int gravity(int status) {
    return switch (status) {
      case OK -> 0;
      case NOT_VALID -> 1;
      case INPUT_REFUSED -> 2;
      default -> 3;
    };
  }
}
