package tlsfit.explain;

import tlsfit.result.FitResult;
import tlsfit.result.UnreadableResultException;
import tlsfit.units.Visible;

/** Why a result file cannot be read, in words. */
public final class UnreadableText {
  private static final String ALTERED = "; take the file as tlsfit fit wrote it";

  private UnreadableText() {}

  private static String key(UnreadableResultException fault) {
    return fault.key().isEmpty() ? "the whole" : Visible.excerpt(fault.key());
  }

  private static String found(UnreadableResultException fault) {
    return Visible.excerpt(fault.found());
  }

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
          case FOLDER -> "found a folder; name the results in it";
          case SYNTAX ->
              isSample(fault.file())
                  ? "found a sample or a table, not a result; fit it, and take what tlsfit fit wrote"
                  : "not a result of tlsfit fit: " + Visible.excerpt(fault.found());
          case FILE -> "cannot be read: " + fault.found();
          case ABSENT -> "there is no such file; check its name and folder";
          case DENIED -> "you may not read the file; ask for the permission to read it";
          case SIZE -> "too large for a result of tlsfit fit: 1 GiB is the most";
          case ENCODING -> "not a result of tlsfit fit: it is no text in UTF-8";
          case MISSING ->
              "not a result of this version of tlsfit fit: " + key(fault) + " is missing";
          case NULL -> key(fault) + " has no value" + ALTERED;
          case KIND ->
              fault.key().isEmpty() && fault.found().isEmpty()
                  ? "the file is empty" + ALTERED
                  : key(fault)
                      + " is "
                      + found(fault)
                      + ", which is no value of its kind"
                      + ALTERED;
          case RANGE -> key(fault) + " is " + found(fault) + ", which it cannot be" + ALTERED;
          case ORDER -> key(fault) + " is " + found(fault) + ", beyond the other limit" + ALTERED;
          case UNIT ->
              key(fault) + " is " + found(fault) + ", which is not the unit of it" + ALTERED;
          case NAME -> key(fault) + " is " + found(fault) + ", which is no name" + ALTERED;
          case TWICE ->
              key(fault) + " is " + found(fault) + ", which does not fit the rest" + ALTERED;
        };
  }

  /** Whether a name is that of what results are made from. */
  private static boolean isSample(String file) {
    return file.matches("(?i).*\\.(ya?ml|csv|tsv|txt|dat)");
  }
}
