using System.Globalization;

namespace HyperVLab.Store.Undo;

/// <summary>Brings the files of a lab's folder back to what they were when an image was taken.</summary>
internal static class UndoRollback
{
    /// <summary>Undoes every stretch from that of an image on, the last one first, and forgets the others.</summary>
    /// <param name="root">The lab's folder.</param>
    /// <param name="image">The image's number.</param>
    /// <exception cref="InvalidDataException">A log names a file outside the folder.</exception>
    /// <exception cref="IOException">This computer refused; it can be done again.</exception>
    public static void To(string root, long image)
    {
        string logs = Path.Combine(root, UndoLog.FolderName);
        if (!Directory.Exists(logs))
        {
            return;
        }

        foreach (string folder in Directory.GetDirectories(logs).OrderDescending(StringComparer.Ordinal))
        {
            if (!long.TryParse(
                Path.GetFileName(folder), NumberStyles.None, CultureInfo.InvariantCulture, out long number))
            {
                continue;
            }

            if (number >= image)
            {
                Undo(Path.GetFullPath(root), folder);
            }

            Directory.Delete(folder, recursive: true);
        }
    }

    private static void Undo(string root, string folder)
    {
        string log = Path.Combine(folder, UndoLog.LogName);
        if (!File.Exists(log))
        {
            return;
        }

        Dictionary<string, UndoPlan> plans = Read(root, log, static (_, _) => { });
        foreach (UndoPlan plan in plans.Values)
        {
            plan.Place(folder);
        }

        Read(root, log, static (plan, record) =>
        {
            using var file = new FileStream(plan.Path, FileMode.Open, FileAccess.Write, FileShare.None, bufferSize: 0);
            file.Position = record.Offset;
            file.Write(record.Bytes.IsEmpty ? new byte[record.Count] : record.Bytes.Span);
        });
        foreach (UndoPlan plan in plans.Values)
        {
            plan.End();
        }
    }

    // Twice through the log, so that its bytes need not all be in memory.
    private static Dictionary<string, UndoPlan> Read(string root, string path, Action<UndoPlan, UndoRecord> written)
    {
        var plans = new Dictionary<string, UndoPlan>(StringComparer.Ordinal);
        using FileStream log = File.OpenRead(path);
        foreach (UndoRecord record in UndoRecord.ReadAll(log))
        {
            if (!plans.TryGetValue(record.Place, out UndoPlan? plan))
            {
                string file = Path.GetFullPath(Path.Combine(root, record.Place));
                if (!file.StartsWith(root + Path.DirectorySeparatorChar, StringComparison.Ordinal))
                {
                    throw new InvalidDataException(
                        $"The log {path} names '{record.Place}', which is not in the lab's folder.");
                }

                plans.Add(record.Place, plan = new UndoPlan(file));
            }

            if (plan.Add(record))
            {
                written(plan, record);
            }
        }

        return plans;
    }
}
