package tlsfit.load;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import tlsfit.table.Texts;

/**
 * Finds columns by names of the field ({@code f_res}, {@code P_VNA}) where neither the sample file
 * nor a column's own name says what is needed. Where several names fit, none is taken.
 */
final class FieldNames {
  private final TableEntry entry;
  private final List<ColumnHeader> headers;
  private final TableProblems problems;

  FieldNames(TableEntry entry, List<ColumnHeader> headers, TableProblems problems) {
    this.entry = entry;
    this.headers = headers;
    this.problems = problems;
  }

  /** Adds what is found to the places. */
  void addTo(Map<Role, Integer> places) {
    add(places, Role::isDrive, "drives");
    add(places, Role::isFrequency, "frequencies");
    boolean triangle = known(places, Role.BIAS_AMPLITUDE) || known(places, Role.BIAS_FREQUENCY);
    if (!triangle) {
      add(places, role -> role == Role.BIAS_RATE, "rates of the bias");
    }
    if (!known(places, Role.BIAS_RATE)) {
      add(places, role -> role == Role.BIAS_AMPLITUDE, "amplitudes");
      add(places, role -> role == Role.BIAS_FREQUENCY, "frequencies of the bias");
    }
    add(places, role -> role == Role.SIGMA, "uncertainties");
    add(places, role -> role == Role.POWER_SIGMA, "uncertainties of the power");
    add(places, role -> role == Role.TEMPERATURE, "temperatures");
  }

  private boolean known(Map<Role, Integer> places, Role role) {
    return places.containsKey(role) || entry.gives(role);
  }

  private void add(Map<Role, Integer> places, Predicate<Role> group, String kind) {
    boolean settled =
        places.keySet().stream().anyMatch(group)
            || entry.constants().keySet().stream().anyMatch(group)
            || entry.columns().keySet().stream().anyMatch(group);
    if (settled) {
      return;
    }
    Map<Integer, Role> fitting = new TreeMap<>();
    for (int i = 0; i < headers.size(); i++) {
      Optional<Role> role = headers.get(i).fieldRole().filter(group);
      boolean inDoubt =
          role.map(Role::needsUnitToBeTaken).orElse(false)
              && headers.get(i).withUnitSplit().unit().isEmpty();
      if (role.isPresent() && !inDoubt && !places.containsValue(i)) {
        fitting.put(i, role.get());
      }
    }
    if (fitting.size() == 1) {
      fitting.forEach((index, role) -> places.put(role, index));
    } else if (fitting.size() > 1) {
      ask(fitting, kind);
    }
  }

  private void ask(Map<Integer, Role> fitting, String kind) {
    String names =
        fitting.keySet().stream()
            .map(index -> Texts.quoted(headers.get(index).text()))
            .collect(Collectors.joining(" and "));
    Map.Entry<Integer, Role> first = fitting.entrySet().iterator().next();
    problems.addTable(
        "found several " + kind + ", " + names,
        "say in the sample file which one is meant, as columns: {"
            + first.getValue().key()
            + ": "
            + Texts.quoted(headers.get(first.getKey()).text())
            + "}");
  }
}
