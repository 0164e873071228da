package tlsfit.explain;

/** Why a minimisation stopped, and why a model is not compared, in words. */
final class StopText {
  private StopText() {}

  static String of(String reason) {
    return switch (reason) {
      case "gradient" -> "the gradient of χ² vanishes";
      case "step" -> "a step no longer changes the parameters";
      case "cost" -> "a step no longer lowers χ²";
      case "rank" -> "the minimum of χ² is a valley along which parameters change without effect";
      case "stalled" -> "no step lowers χ², though its gradient does not vanish";
      case "limit" -> "the limit of iterations was reached";
      case "not-a-number" -> "the model is not a number at the starting point";
      default -> reason;
    };
  }

  static String outcome(String reason) {
    return switch (reason) {
      case "" -> "";
      case "fitted" -> "compared";
      case "no-width" -> "the best width is 0";
      case "largest-width" -> "the width reaches its limit";
      case "not-converged" -> "not converged";
      default -> reason;
    };
  }
}
