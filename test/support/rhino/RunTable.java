import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import org.mozilla.javascript.Context;
import org.mozilla.javascript.ImporterTopLevel;
import org.mozilla.javascript.RhinoException;
import org.mozilla.javascript.Scriptable;

/**
 * Reads scripts from the standard input, one JSON text a line, and writes one JSON text a line: what Rhino makes of it.
 * "parses" is false where Rhino refuses to compile the script; "value" is its last value as a text.
 */
public class RunTable {
  public static void main(String[] args) throws IOException {
    BufferedReader lines = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
    StringBuilder out = new StringBuilder();
    for (String line = lines.readLine(); line != null; line = lines.readLine()) out.append(run(line)).append('\n');
    System.out.write(out.toString().getBytes(StandardCharsets.UTF_8));
    System.out.flush();
  }

  private static String run(String line) {
    Context context = Context.enter();
    try {
      context.setLanguageVersion(Context.VERSION_ES6);
      context.setOptimizationLevel(-1);
      Scriptable scope = new ImporterTopLevel(context);
      scope.put("line", scope, line);
      String script = Context.toString(context.evaluateString(scope, "JSON.parse(line)", "line", 1, null));
      scope.delete("line");
      org.mozilla.javascript.Script compiled;
      try {
        compiled = context.compileString(script, "s", 1, null);
      } catch (RhinoException error) {
        return answer(false, null, error.details(), error.lineNumber());
      }
      try {
        return answer(true, Context.toString(compiled.exec(context, scope)), null, 0);
      } catch (RhinoException error) {
        return answer(true, null, error.details(), error.lineNumber());
      }
    } finally {
      Context.exit();
    }
  }

  private static String answer(boolean parses, String value, String error, int line) {
    return "{\"parses\":" + parses + ",\"value\":" + quote(value) + ",\"error\":" + quote(error) + ",\"line\":" + line + "}";
  }

  private static String quote(String text) {
    if (text == null) return "null";
    StringBuilder quoted = new StringBuilder("\"");
    for (char c : text.toCharArray()) {
      if (c >= ' ' && c < 127 && c != '"' && c != '\\') quoted.append(c);
      else quoted.append(String.format("\\u%04x", (int) c));
    }
    return quoted.append('"').toString();
  }
}
