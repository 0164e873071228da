package tlsfit.load;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import tlsfit.table.RawTable;

/**
 * Headers of a table that are mere numbers, below which readings stand: {@code power [dBm], 1000,
 * 3000}. What they are has to be said.
 *
 * @param numbers as they are written, two at least
 * @param across what they may be: what else the table lacks
 */
record BareHeaders(List<String> numbers, Role across) {
  private static final int SHOWN = 5;
  private static final Pattern NUMBER =
      Pattern.compile("[-+\u2212]?(?:[0-9]+\\.?[0-9]*|\\.[0-9]+)(?:[eE][-+\u2212]?[0-9]+)?");

  /** Those of a table without frequencies; empty where drive and bias are known without them. */
  static Optional<BareHeaders> of(RawTable table, TableEntry entry) {
    List<String> numbers =
        table.header().stream().filter(header -> NUMBER.matcher(header).matches()).toList();
    boolean frequency = has(table, entry, List.of(Role.FREQUENCY, Role.FREQUENCY_SHIFT));
    boolean drive = has(table, entry, Role.DRIVES);
    boolean bias = has(table, entry, List.of(Role.BIAS_RATE, Role.BIAS_AMPLITUDE));
    return numbers.size() < 2 || frequency || drive == bias
        ? Optional.empty()
        : Optional.of(new BareHeaders(numbers, drive ? Role.BIAS_RATE : Role.POWER));
  }

  private static boolean has(RawTable table, TableEntry entry, List<Role> roles) {
    return roles.stream().anyMatch(entry::gives)
        || table.header().stream()
            .map(ColumnHeader::of)
            .flatMap(header -> header.role().or(header::fieldRole).stream())
            .anyMatch(roles::contains);
  }

  /** The first of the numbers, in words. */
  String shown() {
    return numbers.stream().limit(SHOWN).collect(Collectors.joining(", "))
        + (numbers.size() > SHOWN ? " and more" : "");
  }

  /** What the numbers may be, as a header. */
  String exampleAcross() {
    return across.key() + (across == Role.POWER ? " [dBm]" : " [V/s]");
  }

  /** What may stand below them, as a header. */
  static String exampleCells() {
    return "frequency [Hz]";
  }

  /** What a sample file says of them, by two headers in quotation marks. */
  static String line(String across, String cells) {
    return "layout: {across: " + across + ", cells: " + cells + "}";
  }
}
