using System.Globalization;

namespace HyperVLab.Mounting;

/// <summary>
/// A number of a mounted disk, which no other process of the user has at the same time. A locked file holds it, and the
/// system lets go of that lock however the process ends; what a dead process left is cleaned by whoever comes next.
/// </summary>
internal sealed class MountSlot : IDisposable
{
    // More than anybody mounts at once.
    private const int MaximumNumber = 4096;
    private const string RecordEnding = ".mount";

    private readonly FileStream _lock;

    private MountSlot(int number, FileStream holding)
    {
        Number = number;
        _lock = holding;
        Clean(number);
    }

    /// <summary>The number; the first is 1, as 0 is the disk of the computer itself.</summary>
    public int Number { get; }

    /// <summary>Where the disk's socket goes unless somebody says otherwise.</summary>
    public string SocketPath => PathOf(Number, ".sock");

    /// <summary>Takes the lowest number that is free.</summary>
    /// <exception cref="IOException">There is none, or no place to keep it.</exception>
    public static MountSlot Take()
    {
        MountFolder.Make();
        for (int number = 1; number <= MaximumNumber; number++)
        {
            if (TryLock(number) is { } holding)
            {
                return new MountSlot(number, holding);
            }
        }

        throw new IOException("Too many disks are mounted.");
    }

    /// <summary>What the living processes of this user have mounted, this one too.</summary>
    public static IReadOnlyList<MountRecord> Records()
    {
        if (!Directory.Exists(MountFolder.Path))
        {
            return [];
        }

        try
        {
            MountFolder.Make();
            return [.. Directory.EnumerateFiles(MountFolder.Path, $"*{RecordEnding}").Order(StringComparer.Ordinal)
                .Select(Read).OfType<MountRecord>()];
        }
        catch (Exception refusal) when (refusal is IOException or UnauthorizedAccessException)
        {
            // What others could have written is not believed; mounting says what is wrong.
            return [];
        }
    }

    /// <summary>Tells the user's other processes what is mounted.</summary>
    /// <exception cref="IOException">This computer refused.</exception>
    public void Publish(MountRecord record)
    {
        string path = PathOf(Number, RecordEnding);
        string unfinished = path + ".new";
        File.WriteAllText(unfinished, record.ToText());
        File.Move(unfinished, path, overwrite: true);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        Clean(Number);
        _lock.Dispose();
    }

    private static MountRecord? Read(string path)
    {
        try
        {
            // A record whose number can be locked is a dead process's.
            if (int.TryParse(Path.GetFileNameWithoutExtension(path), CultureInfo.InvariantCulture, out int number)
                && TryLock(number) is { } holding)
            {
                using (holding)
                {
                    Clean(number);
                }

                return null;
            }

            return MountRecord.Parse(File.ReadAllText(path));
        }
        catch (Exception gone) when (gone is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    private static FileStream? TryLock(int number)
    {
        try
        {
            return new FileStream(
                PathOf(number, ".lock"), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        }
        catch (IOException)
        {
            return null;
        }
    }

    private static void Clean(int number)
    {
        File.Delete(PathOf(number, RecordEnding));
        File.Delete(PathOf(number, ".sock"));
    }

    private static string PathOf(int number, string ending) =>
        Path.Combine(MountFolder.Path, number.ToString(CultureInfo.InvariantCulture) + ending);
}
