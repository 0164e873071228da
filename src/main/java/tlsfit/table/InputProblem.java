package tlsfit.table;

/**
 * A fault of an input file, with its place and the way to mend it.
 *
 * @param file the file, as the user named it
 * @param line its line, the first being 1; 0 when the file as a whole is meant
 * @param column in a sample file the character of the line, the first being 1; in a table the
 *     number of the field, the first being 1; 0 when the line as a whole is meant
 * @param name header of the table's column; empty in a sample file, and where the line is meant
 * @param found what was found
 * @param mend what is needed and how to mend it
 */
public record InputProblem(
    String file, int line, int column, String name, String found, String mend) {

  /** A problem of a file as a whole. */
  public static InputProblem ofFile(String file, String found, String mend) {
    return new InputProblem(file, 0, 0, "", found, mend);
  }

  /** A problem of a line as a whole, the first line being 1. */
  public static InputProblem ofLine(String file, int line, String found, String mend) {
    return new InputProblem(file, line, 0, "", found, mend);
  }

  /** A problem at a character of a sample file, the first of a line being 1. */
  public static InputProblem ofCharacter(
      String file, int line, int column, String found, String mend) {
    return new InputProblem(file, line, column, "", found, mend);
  }

  /** One line: {@code sweep.csv:17: column 2 "frequency [Hz]": found "n/a"; a number is needed}. */
  @Override
  public String toString() {
    StringBuilder text = new StringBuilder(file).append(':');
    if (line > 0) {
      text.append(line).append(':');
    }
    if (column > 0) {
      text.append(
          name.isEmpty() ? column + ":" : " column " + column + " \"" + Texts.shown(name) + "\":");
    }
    return text.append(' ').append(found).append("; ").append(mend).toString();
  }
}
