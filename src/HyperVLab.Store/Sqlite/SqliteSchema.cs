using System.Buffers.Binary;
using System.Globalization;
using System.Text;
using Microsoft.Data.Sqlite;

namespace HyperVLab.Store.Sqlite;

/// <summary>
/// The tables of a lab's database, a script for each version: a database is brought from its own version to the last
/// by the scripts between.
/// </summary>
internal static class SqliteSchema
{
    /// <summary>What says in the file's header that it is a lab's: "HVLB".</summary>
    public const int ApplicationId = 0x48564C42;

    // https://www.sqlite.org/fileformat.html#the_database_header
    private const int HeaderBytes = 100;
    private const int UserVersionOffset = 60;
    private const int ApplicationIdOffset = 68;

    private static readonly string[] s_scripts =
    [
        """
        CREATE TABLE lab (
            id INTEGER PRIMARY KEY CHECK (id = 1),
            name TEXT NOT NULL, seed INTEGER NOT NULL, applied INTEGER NOT NULL) STRICT;
        CREATE TABLE input (
            number INTEGER PRIMARY KEY, entry TEXT NOT NULL, hash BLOB NOT NULL, digest BLOB NOT NULL) STRICT;
        CREATE TABLE image (
            number INTEGER PRIMARY KEY, inputs INTEGER NOT NULL, digest BLOB NOT NULL, content BLOB NOT NULL) STRICT;
        CREATE TABLE file (
            image INTEGER NOT NULL, place TEXT NOT NULL, volume INTEGER NOT NULL, path TEXT NOT NULL,
            PRIMARY KEY (image, place)) STRICT, WITHOUT ROWID;
        """,
    ];

    /// <summary>The version that this program writes.</summary>
    public static int Version => s_scripts.Length;

    /// <summary>The version of a file, read without touching it; null where it is no lab's database.</summary>
    public static int? VersionOf(string path)
    {
        using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        byte[] header = new byte[HeaderBytes];
        return file.ReadAtLeast(header, HeaderBytes, throwOnEndOfStream: false) == HeaderBytes
            && header.AsSpan().StartsWith("SQLite format 3\0"u8)
            && BinaryPrimitives.ReadInt32BigEndian(header.AsSpan(ApplicationIdOffset)) == ApplicationId
            ? BinaryPrimitives.ReadInt32BigEndian(header.AsSpan(UserVersionOffset))
            : null;
    }

    /// <summary>Brings a database to the last version, in one transaction.</summary>
    public static void Bring(SqliteConnection connection, int from)
    {
        if (from == Version)
        {
            return;
        }

        var script = new StringBuilder("BEGIN IMMEDIATE;\n");
        foreach (string step in s_scripts.Skip(from))
        {
            script.AppendLine(step);
        }

        script.Append(
            CultureInfo.InvariantCulture,
            $"PRAGMA application_id = {ApplicationId}; PRAGMA user_version = {Version}; COMMIT;");
        using SqliteCommand command = connection.CreateCommand();
        command.CommandText = script.ToString();
        command.ExecuteNonQuery();

        // The header says the version; whoever asks reads only that.
        command.CommandText = "PRAGMA wal_checkpoint(TRUNCATE);";
        command.ExecuteNonQuery();
    }
}
