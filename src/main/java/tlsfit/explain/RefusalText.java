package tlsfit.explain;

import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import tlsfit.result.Refusal;

/** A refusal in plain English: what is wrong, and what mends it. */
public final class RefusalText {
  private final Refusal refusal;
  private final Function<Setting, String> words;

  private RefusalText(Refusal refusal, Function<Setting, String> words) {
    this.refusal = refusal;
    this.words = words;
  }

  /** The sentence, without a full stop, with settings in plain words. */
  public static String of(Refusal refusal) {
    return of(refusal, Setting::words);
  }

  /**
   * The sentence, without a full stop.
   *
   * @param words the name of a setting where it is set, such as an option
   */
  public static String of(Refusal refusal, Function<Setting, String> words) {
    return new RefusalText(refusal, words).text();
  }

  private String text() {
    return switch (refusal.code()) {
      case TOO_FEW_READINGS ->
          number("readings")
              + " readings cannot determine "
              + number("parameters")
              + " parameters: measure more points, or fix a parameter"
              + behind(Setting.FIX);
      case TOO_FEW_FOR_NOISE ->
          number("readings")
              + " readings are too few to tell their own noise beside the parameters: measure more,"
              + " fix a parameter"
              + behind(Setting.FIX)
              + ", or give their sigma"
              + behind(Setting.SIGMA_ABSOLUTE);
      case TOO_FEW_IN_TABLE ->
          name(0)
              + " has too few readings ("
              + number("readings")
              + ") to tell its own noise: measure more, or take "
              + said(Setting.SIGMA_RELATIVE);
      case ALL_FIXED -> "all parameters are fixed: nothing is left to fit";
      case ALL_AT_BOUND ->
          "all fitted parameters lie at a bound: widen the bounds" + behind(Setting.BOUND);
      case READING_WITHOUT_SIGMA ->
          name(0) + ": no sigma; give one for every table, or let the scatter decide";
      case TABLES_WITHOUT_SIGMA -> "no sigma in " + withoutSigma(refusal.names());
      case ASKED_SIGMA_MISSING ->
          said(Setting.ofSigma(name(0)))
              + " needs a sigma for every reading; no sigma in "
              + withoutSigma(refusal.names().subList(1, refusal.names().size()));
      case FIXED_WITH_BOUNDS -> excludeEachOther(Setting.FIX, Setting.BOUND, " for " + name(0));
      case FIXED_WITH_PRIOR -> excludeEachOther(Setting.FIX, Setting.PRIOR, " for " + name(0));
      case RELAXATION_TIME_WITHOUT_RELAXATION ->
          said(Setting.ofParameter(name(0)))
              + " for relaxationTime and "
              + said(Setting.RELAXATION_OFF)
              + " exclude each other";
      case PARAMETER_NOT_IN_MODEL ->
          Setting.ofParameter(name(1)).words()
              + " of "
              + name(0)
              + " needs "
              + said(distribution());
      case NOT_FINITE -> name(0) + " must be a finite number";
      case NOT_POSITIVE -> name(0) + " must be above zero";
      case LOWER_END_NOT_POSITIVE -> name(0) + " is above zero anyway: leave the lower end out";
      case WIDTH_TOO_LARGE -> name(0) + " is " + number("largest") + " at most";
      case FIELD_WEIGHT_UNUSED ->
          said(Setting.FIELD_WEIGHT)
              + " needs "
              + said(Setting.FIELD_POWER_LAW)
              + " or "
              + said(Setting.FIELD_TABLE);
      case FIELD_WEIGHT_MISSING ->
          "a distribution of local fields needs "
              + said(Setting.FIELD_WEIGHT)
              + ": volume or energy";
      case TWO_FIELD_DISTRIBUTIONS ->
          excludeEachOther(Setting.FIELD_POWER_LAW, Setting.FIELD_TABLE, "");
      case LARGEST_FIELD_TOO_SMALL ->
          "the largest local field must be above 1, not "
              + number("largest")
              + behind(Setting.FIELD_POWER_LAW);
      case FIELD_TABLE_EMPTY -> name(0) + ": a table of local fields needs a positive weight";
      case LEVEL_NOT_A_PROBABILITY ->
          said(Setting.LEVEL)
              + ' '
              + number("level")
              + ": a probability between 0 and 1 is needed, such as 0.95";
      case TOO_FEW_REPLICATES ->
          said(Setting.REPLICATES)
              + ' '
              + number("replicates")
              + ": "
              + number("fewest")
              + " or more are needed";
      case TOO_MANY_REPLICATES ->
          said(Setting.REPLICATES)
              + ' '
              + number("replicates")
              + ": "
              + number("most")
              + " at most are possible";
      case BOOTSTRAP_SETTINGS_UNUSED ->
          said(Setting.BOOTSTRAP)
              + " and "
              + said(Setting.REPLICATES)
              + " are for "
              + said(Setting.INTERVALS_BOOTSTRAP);
      case NO_SUCH_TABLE ->
          "there is no table named " + name(0) + ": give the name of its file, without folders";
      case TABLE_NAMED_TWICE ->
          "two tables are named "
              + name(0)
              + ": a slow change needs a name that only its table has; rename one of the files";
      case BASELINE_WITHOUT_POWERS ->
          name(0) + " is measured at one power: a baseline in power cannot be told from f_ref";
      case TOO_FEW_FOR_SLOW_CHANGES ->
          name(0)
              + " has "
              + number("readings")
              + " readings, and its slow changes need "
              + number("needed")
              + ": measure more points, or leave one of them out"
              + behind(Setting.DRIFT_NONE);
    };
  }

  private Setting distribution() {
    return name(0).equals("dipoleWidth") ? Setting.DIPOLE_WIDTH : Setting.FIELD_POWER_LAW;
  }

  private String withoutSigma(List<String> tables) {
    return String.join(", ", tables)
        + (refusal.numbers().getOrDefault("others", 0.0) > 0 ? ", but in other tables" : "")
        + ": add a column frequency_sigma [Hz], or sigma: 2 kHz in the sample file, or weigh all"
        + " readings alike with "
        + said(Setting.SIGMA_NONE)
        + ", or those of each table with "
        + said(Setting.SIGMA_PER_TABLE);
  }

  private String excludeEachOther(Setting one, Setting other, String of) {
    return said(one) + " and " + said(other) + " exclude each other" + of;
  }

  private String said(Setting setting) {
    return words.apply(setting);
  }

  /** The name of a setting in brackets, where it is more than the words that stand there. */
  private String behind(Setting setting) {
    String name = said(setting);
    return name.equals(setting.words()) ? "" : " (" + name + ")";
  }

  private String name(int index) {
    return refusal.names().get(index);
  }

  /** A number without the decimals it does not need. */
  private String number(String name) {
    double value = refusal.numbers().getOrDefault(name, Double.NaN);
    return value == Math.rint(value) && Math.abs(value) < 1e15
        ? String.format(Locale.ROOT, "%.0f", value)
        : Double.toString(value);
  }
}
