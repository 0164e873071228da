package tlsfit.load;

import java.util.List;
import java.util.stream.Collectors;
import tlsfit.table.InputProblem;

/** Input is refused; holds everything that is wrong with it, and nothing was taken from it. */
public final class InputException extends RuntimeException {
  private static final long serialVersionUID = 1L;
  private static final int SHOWN = 50;

  private final transient List<InputProblem> problems;

  /**
   * Makes the exception. Its message has one line for each problem, up to 50.
   *
   * @param problems everything that is wrong, at least one, in the order of the files
   */
  public InputException(List<InputProblem> problems) {
    super(message(problems));
    this.problems = List.copyOf(problems);
  }

  /** Everything that is wrong. */
  public List<InputProblem> problems() {
    return problems;
  }

  private static String message(List<InputProblem> problems) {
    String lines =
        problems.stream()
            .limit(SHOWN)
            .map(InputProblem::toString)
            .collect(Collectors.joining(System.lineSeparator()));
    int more = problems.size() - SHOWN;
    return more > 0 ? lines + System.lineSeparator() + "and " + more + " more" : lines;
  }
}
