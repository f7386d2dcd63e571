using System.Globalization;
using HyperVLab.Engine.Requests;
using HyperVLab.Engine.Storage;
using HyperVLab.Store.Sqlite;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace HyperVLab.Store;

/// <summary>Says in the lab's words what a database or this computer refuses.</summary>
internal static class StoreGuard
{
    /// <summary>Runs work on the lab of a folder.</summary>
    /// <exception cref="LabException">It failed.</exception>
    public static T Run<T>(string folder, Func<T> work)
    {
        try
        {
            return work();
        }
        catch (SqliteException failure) when (failure.SqliteErrorCode is raw.SQLITE_BUSY or raw.SQLITE_LOCKED)
        {
            throw StoreErrors.InUse.For(folder, folder);
        }
        catch (SqliteException failure) when (failure.SqliteErrorCode is raw.SQLITE_CORRUPT or raw.SQLITE_NOTADB)
        {
            throw StoreErrors.Damaged.For(folder, folder, failure.Message + ".");
        }
        catch (Exception failure) when (failure is StoreDamageException or InvalidDataException)
        {
            throw StoreErrors.Damaged.For(folder, folder, failure.Message);
        }
        catch (Exception failure) when (
            failure is SqliteException or IOException or UnauthorizedAccessException or DiskStoreException)
        {
            throw StoreErrors.NotKept.For(folder, folder, failure.Message);
        }
    }

    /// <summary>Refuses a database of a later version, or a file that is none.</summary>
    /// <exception cref="LabException">It is.</exception>
    public static void DemandVersion(string folder, int? version)
    {
        if (version is not { } known)
        {
            throw StoreErrors.Damaged.For(folder, folder, $"{StoredLab.DatabaseName} is not a lab's database.");
        }

        if (known > SqliteSchema.Version)
        {
            throw StoreErrors.TooNew.For(
                folder,
                folder,
                known.ToString(CultureInfo.InvariantCulture),
                SqliteSchema.Version.ToString(CultureInfo.InvariantCulture));
        }
    }
}
