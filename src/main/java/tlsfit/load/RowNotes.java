package tlsfit.load;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What is worth a look among the rows of a table: repeats, and uncertainties far apart. */
final class RowNotes {
  /** Uncertainties of one table that differ by more may be in different units. */
  private static final double FAR_APART = 300;

  private final LoadedTable table;

  RowNotes(LoadedTable table) {
    this.table = table;
  }

  /** One sentence for each. */
  List<String> all() {
    List<String> notes = new ArrayList<>();
    repeats().ifPresent(notes::add);
    sigmas().ifPresent(notes::add);
    return notes;
  }

  private Optional<String> repeats() {
    double[] drive = table.values(table.drive()).orElseThrow();
    double[] bias = table.values(Role.BIAS_RATE).orElseThrow();
    double[] frequency =
        table.values(Role.FREQUENCY).or(() -> table.values(Role.FREQUENCY_SHIFT)).orElseThrow();
    List<Integer> again =
        Repeats.of(
                table.rows(),
                i ->
                    31 * (31 * Double.hashCode(drive[i]) + Double.hashCode(bias[i]))
                        + Double.hashCode(frequency[i]),
                i -> List.of(drive[i], bias[i], frequency[i]))
            .stream()
            .map(table::line)
            .toList();
    return again.isEmpty()
        ? Optional.empty()
        : Optional.of(
            "equal to a row above in drive, bias and frequency to the last digit: "
                + Lines.of(again));
  }

  private Optional<String> sigmas() {
    if (!table.hasColumn(Role.SIGMA)) {
      return Optional.empty();
    }
    double[] sigma = table.values(Role.SIGMA).orElseThrow();
    int least = -1;
    int most = -1;
    for (int i = 0; i < sigma.length; i++) {
      if (Double.isNaN(sigma[i])) {
        continue;
      }
      least = least < 0 || sigma[i] < sigma[least] ? i : least;
      most = most < 0 || sigma[i] > sigma[most] ? i : most;
    }
    if (least < 0 || !(sigma[most] > FAR_APART * sigma[least])) {
      return Optional.empty();
    }
    return Optional.of(
        String.format(
            Locale.ROOT,
            "the standard deviations differ by a factor of %.0f, lines %d and %d: are all in one"
                + " unit?",
            sigma[most] / sigma[least],
            table.line(least),
            table.line(most)));
  }
}
