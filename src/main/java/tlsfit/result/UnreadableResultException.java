package tlsfit.result;

import java.nio.file.Path;

/** A file that is not a readable result: which, where and why. */
public final class UnreadableResultException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final String file;
  private final Reason reason;
  private final int line;
  private final int column;
  private final String key;
  private final String found;

  /** Why a result cannot be read. */
  public enum Reason {
    /** It is one of another schema, which was found. */
    SCHEMA,
    /** It is no result; what was found is in the parser's words. */
    SYNTAX,
    /** The file cannot be opened; what was found is in the system's words. */
    FILE,
    /** There is none of this name. */
    ABSENT,
    /** It may not be read. */
    DENIED,
    /** It is a folder. */
    FOLDER,
    /** It is larger than any result; what was found is its size [bytes], if that is known. */
    SIZE,
    /** It is no text in UTF-8. */
    ENCODING,
    /** A key is missing. */
    MISSING,
    /** A value is missing that every result has. */
    NULL,
    /** A value is of another kind: no number, no list, no text. */
    KIND,
    /** A number that cannot be. */
    RANGE,
    /** Two limits that are exchanged. */
    ORDER,
    /** Another unit than this quantity is given in. */
    UNIT,
    /** What cannot be a name of a sample. */
    NAME,
    /** Something that stands twice, or lists that do not fit together. */
    TWICE
  }

  UnreadableResultException(Path file, Reason reason, int line, int column, String found) {
    this(file, reason, line, column, "", found);
  }

  UnreadableResultException(
      Path file, Reason reason, int line, int column, String key, String found) {
    super(file + ": " + reason + ": " + key + " " + found);
    this.key = key;
    this.file = file.toString();
    this.reason = reason;
    this.line = line;
    this.column = column;
    this.found = found;
  }

  /** The file, as it was named. */
  public String file() {
    return file;
  }

  /** Why it cannot be read. */
  public Reason reason() {
    return reason;
  }

  /** The line of the fault, the first being 1; 0 where the file as a whole is meant. */
  public int line() {
    return line;
  }

  /** The character of the line, the first being 1; 0 likewise. */
  public int column() {
    return column;
  }

  /** The key of the fault, such as {@code parameters[0].value}; empty where the file is meant. */
  public String key() {
    return key;
  }

  /** What was found. */
  public String found() {
    return found;
  }
}
