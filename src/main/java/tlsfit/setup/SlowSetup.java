package tlsfit.setup;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import tlsfit.measurement.Measurement;
import tlsfit.measurement.Reading;
import tlsfit.measurement.Sweep;
import tlsfit.result.Refusal;
import tlsfit.result.RefusalCode;

/**
 * The slow changes that are asked for: of single tables, and of all tables that nothing else is
 * said of.
 *
 * @param everywhere for a family, the kind in all tables; empty for none in any
 * @param tables of single tables, one of a family at most
 */
public record SlowSetup(
    Map<SlowChange.Family, Optional<SlowChange.Kind>> everywhere, List<SlowChange> tables) {
  /** Nothing said. */
  public static final SlowSetup NONE = new SlowSetup(Map.of(), List.of());

  /** Powers that differ by less than this share are the same. */
  private static final double SAME_POWER = 1e-9;

  /** Copies. */
  public SlowSetup {
    everywhere = Map.copyOf(everywhere);
    tables = List.copyOf(tables);
  }

  /** This with a kind in all tables; what was said of single tables counts before it. */
  public SlowSetup withEverywhere(SlowChange.Kind kind) {
    return withEverywhere(kind.family(), Optional.of(kind));
  }

  /** This with nothing of a family in any table that nothing else is said of. */
  public SlowSetup without(SlowChange.Family family) {
    return withEverywhere(family, Optional.empty());
  }

  private SlowSetup withEverywhere(SlowChange.Family family, Optional<SlowChange.Kind> kind) {
    Map<SlowChange.Family, Optional<SlowChange.Kind>> more = new EnumMap<>(SlowChange.Family.class);
    more.putAll(everywhere);
    more.put(family, kind);
    return new SlowSetup(more, tables);
  }

  /** This with a slow change of one table, in place of another of the family. */
  public SlowSetup with(SlowChange change) {
    List<SlowChange> more = new ArrayList<>(tables);
    more.removeIf(other -> sameSlot(other, change));
    more.add(change);
    return new SlowSetup(everywhere, more);
  }

  private static boolean sameSlot(SlowChange one, SlowChange other) {
    return one.table().equals(other.table()) && one.kind().family() == other.kind().family();
  }

  /**
   * This, and where it says nothing, the other: what is said here of a family in all tables counts
   * before what the other says of single ones.
   */
  public SlowSetup over(SlowSetup other) {
    Map<SlowChange.Family, Optional<SlowChange.Kind>> all = new EnumMap<>(SlowChange.Family.class);
    all.putAll(other.everywhere);
    all.putAll(everywhere);
    List<SlowChange> single = new ArrayList<>(tables);
    for (SlowChange change : other.tables) {
      boolean said =
          everywhere.containsKey(change.kind().family())
              || tables.stream().anyMatch(own -> sameSlot(own, change));
      if (!said) {
        single.add(change);
      }
    }
    return new SlowSetup(all, single);
  }

  /**
   * The slow changes of a measurement, table by table. Where all tables would have their own
   * reference frequency, f_ref is that of the first.
   *
   * @throws SetupException if a table named is not there or not the only one of its name, a
   *     baseline is asked for where the power does not vary, or a table has too few readings
   */
  List<SlowChange> resolve(Measurement measurement) {
    List<Refusal> refusals = new ArrayList<>();
    List<String> names = measurement.sweeps().stream().map(Sweep::name).toList();
    tables.stream()
        .map(SlowChange::table)
        .filter(table -> !names.contains(table))
        .distinct()
        .forEach(table -> refusals.add(Refusal.of(RefusalCode.NO_SUCH_TABLE, table)));
    List<SlowChange> changes = new ArrayList<>();
    for (Sweep sweep : measurement.sweeps()) {
      List<SlowChange> own = ofTable(sweep);
      changes.addAll(own);
      if (!own.isEmpty() && names.indexOf(sweep.name()) != names.lastIndexOf(sweep.name())) {
        refusals.add(Refusal.of(RefusalCode.TABLE_NAMED_TWICE, sweep.name()));
      }
    }
    checkPower(measurement, refusals);
    shareOneReference(names, changes);
    for (Sweep sweep : measurement.sweeps()) {
      long terms = changes.stream().filter(one -> one.table().equals(sweep.name())).count();
      if (terms > 0 && sweep.readings().size() <= terms) {
        refusals.add(
            Refusal.of(RefusalCode.TOO_FEW_FOR_SLOW_CHANGES, sweep.name())
                .with("readings", sweep.readings().size())
                .with("needed", terms + 1.0));
      }
    }
    if (!refusals.isEmpty()) {
      throw new SetupException(refusals.stream().distinct().toList());
    }
    return changes;
  }

  private List<SlowChange> ofTable(Sweep sweep) {
    List<SlowChange> own = new ArrayList<>();
    for (SlowChange.Family family : SlowChange.Family.values()) {
      Optional<SlowChange> single =
          tables.stream()
              .filter(one -> one.table().equals(sweep.name()) && one.kind().family() == family)
              .findFirst();
      single
          .or(
              () ->
                  everywhere.getOrDefault(family, Optional.empty()).stream()
                      .filter(kind -> family != SlowChange.Family.BASELINE || powerVaries(sweep))
                      .map(kind -> new SlowChange(sweep.name(), kind))
                      .findFirst())
          .ifPresent(own::add);
    }
    return own;
  }

  /** A baseline asked for must have a power that varies: in its table, or else in any. */
  private void checkPower(Measurement measurement, List<Refusal> refusals) {
    for (Sweep sweep : measurement.sweeps()) {
      boolean asked =
          tables.stream()
              .anyMatch(
                  one ->
                      one.table().equals(sweep.name())
                          && one.kind().family() == SlowChange.Family.BASELINE);
      if (asked && !powerVaries(sweep)) {
        refusals.add(Refusal.of(RefusalCode.BASELINE_WITHOUT_POWERS, sweep.name()));
      }
    }
    boolean everywhereAsked =
        everywhere.getOrDefault(SlowChange.Family.BASELINE, Optional.empty()).isPresent();
    if (everywhereAsked && measurement.sweeps().stream().noneMatch(SlowSetup::powerVaries)) {
      measurement
          .sweeps()
          .forEach(
              sweep -> refusals.add(Refusal.of(RefusalCode.BASELINE_WITHOUT_POWERS, sweep.name())));
    }
  }

  private static void shareOneReference(List<String> names, List<SlowChange> changes) {
    Set<String> own = new HashSet<>();
    changes.stream()
        .filter(one -> one.kind() == SlowChange.Kind.OWN_REFERENCE)
        .forEach(one -> own.add(one.table()));
    if (own.containsAll(names)) {
      changes.remove(new SlowChange(names.get(0), SlowChange.Kind.OWN_REFERENCE));
    }
  }

  private static boolean powerVaries(Sweep sweep) {
    double first = sweep.readings().get(0).drive().value();
    return sweep.readings().stream()
        .map(Reading::drive)
        .anyMatch(drive -> Math.abs(drive.value() / first - 1) > SAME_POWER);
  }

  /** The changes of a fit as name and value, for the record of it. */
  static Map<String, String> inForce(FitOptions options) {
    Map<String, String> said = new TreeMap<>();
    for (SlowChange change : options.slow()) {
      said.put(change.kind().family().key() + ' ' + change.table(), change.kind().value());
    }
    return said;
  }
}
