using System.IO;
using System.Linq;
using System.Reflection;

/// <summary>
/// Reads replies with the classes that quicktype made, and writes them back: <c>mono replies.exe CASES OUT</c>. CASES holds
/// replies.ndjson in a folder for each case; what is written back becomes OUT/CASE.ndjson.
/// </summary>
internal static class Replies
{
    private static void Main(string[] arguments)
    {
        Directory.CreateDirectory(arguments[1]);
        foreach (var folder in Directory.GetDirectories(arguments[0]).OrderBy(it => it))
        {
            var name = Path.GetFileName(folder);
            var own = Assembly.GetExecutingAssembly();
            var reply = own.GetType(name + ".Reply", true);
            var read = reply.GetMethod("FromJson", new[] { typeof(string) });
            var write = own.GetType(name + ".Serialize", true).GetMethod("ToJson", new[] { reply });
            var written = File.ReadLines(Path.Combine(folder, "replies.ndjson"))
                .Select(line => (string)write.Invoke(null, new[] { read.Invoke(null, new object[] { line }) }));
            File.WriteAllLines(Path.Combine(arguments[1], name + ".ndjson"), written);
        }
    }
}
