package tlsfit.load;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tlsfit.table.InputProblem;
import tlsfit.table.LayoutChoice;
import tlsfit.table.RawTable;
import tlsfit.table.TextFile;
import tlsfit.table.Texts;
import tlsfit.units.Numbers;
import tlsfit.units.Unit;
import tlsfit.units.UnitException;

/**
 * Reads a file of points: a table as in {@link Loader}, with columns of plain numbers of which none
 * is negative. All faults are collected and thrown together.
 */
public final class PointFile {
  private final String file;
  private final List<String> wanted;
  private final List<InputProblem> problems = new ArrayList<>();

  private PointFile(String file, List<String> wanted) {
    this.file = file;
    this.wanted = wanted;
  }

  /**
   * What a file holds.
   *
   * @param rows for each row the values of the wanted columns [1]; the arrays are never written to
   * @param otherColumns headers of columns that were not wanted
   */
  public record Points(List<double[]> rows, List<String> otherColumns) {
    /** Copies the lists. */
    public Points {
      rows = List.copyOf(rows);
      otherColumns = List.copyOf(otherColumns);
    }
  }

  /**
   * Reads a file.
   *
   * @param path the file
   * @param columns headers of the wanted columns, which may stand in any order
   * @throws InputException if anything is wrong; it holds all that is wrong
   */
  public static Points read(Path path, List<String> columns) {
    return new PointFile(path.toString(), columns).read(path);
  }

  private Points read(Path path) {
    RawTable table;
    try {
      // A column s is no unit of the seconds.
      LayoutChoice names = LayoutChoice.knowing(header -> wanted.contains(name(header)) ? 1 : 0);
      table = RawTable.of(TextFile.read(path).text(), names);
    } catch (TextFile.Unreadable e) {
      throw new InputException(List.of(InputProblem.ofFile(file, e.found(), e.mend())));
    } catch (RawTable.NoTable e) {
      throw new InputException(List.of(e.problem(file)));
    }
    Map<String, Integer> places = places(table);
    List<double[]> rows = new ArrayList<>();
    for (RawTable.Row row : table.rows()) {
      read(row, table, places).ifPresent(rows::add);
    }
    if (!problems.isEmpty()) {
      throw new InputException(problems);
    }
    List<String> others =
        table.header().stream().filter(header -> !places.containsKey(name(header))).toList();
    return new Points(rows, others);
  }

  private static String name(String header) {
    return Texts.normalised(ColumnHeader.of(header).name());
  }

  private Map<String, Integer> places(RawTable table) {
    Map<String, Integer> places = new HashMap<>();
    for (int i = 0; i < table.header().size(); i++) {
      String header = table.header().get(i);
      if (!wanted.contains(name(header))) {
        continue;
      }
      if (places.putIfAbsent(name(header), i) != null) {
        add(
            table.headerLine(),
            i,
            header,
            "a second column of this name",
            "remove or rename one of them");
      }
      String below = table.units().isEmpty() ? "" : Texts.bare(table.units().get(i));
      String unit = ColumnHeader.of(header).unit().orElse(below);
      if (!unit.isEmpty() && !unit.equals("-") && !Unit.ONE.equals(Unit.find(unit))) {
        add(table.headerLine(), i, header, "the unit " + unit, "plain numbers are needed");
      }
    }
    for (String column : wanted) {
      if (!places.containsKey(column)) {
        problems.add(
            InputProblem.ofLine(
                file,
                table.headerLine(),
                "no column "
                    + column
                    + "; found "
                    + Texts.quoted(String.join(", ", table.header())),
                "the header needs " + String.join(", ", wanted)));
      }
    }
    return places;
  }

  private Optional<double[]> read(RawTable.Row row, RawTable table, Map<String, Integer> places) {
    int fields = row.fields().size();
    int columns = table.header().size();
    if (fields != columns) {
      problems.add(
          InputProblem.ofLine(
              file,
              row.line(),
              "found " + fields + " fields",
              "the header has " + columns + ": write one for each column"));
      return Optional.empty();
    }
    double[] values = new double[wanted.size()];
    for (int k = 0; k < values.length; k++) {
      Integer place = places.get(wanted.get(k));
      if (place == null) {
        continue;
      }
      String cell = row.fields().get(place);
      String header = table.header().get(place);
      try {
        values[k] = Numbers.parse(cell);
        if (values[k] < 0) {
          add(
              row.line(),
              place,
              header,
              CellText.found(cell),
              "0 or a number above is needed: remove the row");
        }
      } catch (UnitException e) {
        add(row.line(), place, header, CellText.found(cell), CellText.mend(cell));
      }
    }
    return Optional.of(values);
  }

  private void add(int line, int place, String header, String found, String mend) {
    problems.add(new InputProblem(file, line, place + 1, header, found, mend));
  }
}
