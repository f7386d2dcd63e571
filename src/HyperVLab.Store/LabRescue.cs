using System.Globalization;
using HyperVLab.Engine;
using HyperVLab.Engine.Requests;
using HyperVLab.Engine.Storage;
using HyperVLab.Store.Sqlite;
using HyperVLab.Store.Undo;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace HyperVLab.Store;

/// <summary>Puts a lab in the place of one that cannot be opened any more.</summary>
internal static class LabRescue
{
    // All that a lab's folder has but its checkpoints.
    private static readonly string[] s_parts =
    [
        StoredLab.DatabaseName, $"{StoredLab.DatabaseName}-wal", $"{StoredLab.DatabaseName}-shm", UndoLog.FolderName,
        "volumes", "luns",
    ];

    /// <summary>Does it; what was there is moved to <c>damaged-(number)</c>.</summary>
    /// <exception cref="LabException">There was none, another process has it, or this computer refused.</exception>
    public static StoredLab Run(string folder, Func<FolderDiskStore, Lab> make, KeepingSettings settings)
    {
        string database = Path.Combine(folder, StoredLab.DatabaseName);
        if (!File.Exists(database))
        {
            throw StoreErrors.NoLab.For(folder, folder);
        }

        return StoreGuard.Run(folder, () =>
        {
            DemandFree(database);
            string aside = AsideOf(folder);
            Directory.CreateDirectory(aside);
            Move(folder, aside);
            try
            {
                return StoredLab.Create(folder, make, settings);
            }
            catch
            {
                foreach (string part in s_parts)
                {
                    Delete(Path.Combine(folder, part));
                }

                Move(aside, folder);
                Directory.Delete(aside);
                throw;
            }
        });
    }

    // A file that is no database any more can be in nobody's hands.
    private static void DemandFree(string database)
    {
        try
        {
            new SqliteLabDatabase(database, isDurable: false).Dispose();
        }
        catch (SqliteException failure) when (failure.SqliteErrorCode is raw.SQLITE_CORRUPT or raw.SQLITE_NOTADB)
        {
        }
    }

    private static string AsideOf(string folder)
    {
        for (int number = 1; ; number++)
        {
            string path = Path.Combine(folder, string.Create(CultureInfo.InvariantCulture, $"damaged-{number}"));
            if (!Path.Exists(path))
            {
                return path;
            }
        }
    }

    private static void Move(string from, string to)
    {
        foreach (string part in s_parts)
        {
            string path = Path.Combine(from, part);
            if (Path.Exists(path))
            {
                // Works for folders too.
                Directory.Move(path, Path.Combine(to, part));
            }
        }
    }

    private static void Delete(string path)
    {
        if (Directory.Exists(path))
        {
            Directory.Delete(path, recursive: true);
        }
        else
        {
            File.Delete(path);
        }
    }
}
