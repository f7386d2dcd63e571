using System.Security.Cryptography;
using System.Text;
using HyperVLab.Engine.Keeping;
using HyperVLab.Engine.Storage;
using Microsoft.Data.Sqlite;

namespace HyperVLab.Store.Sqlite;

/// <summary>One lab in a SQLite file, which nobody else writes meanwhile.</summary>
internal sealed class SqliteLabDatabase : ILabDatabase
{
    private readonly Lock _lock = new();
    private readonly SqliteConnection _connection;
    private readonly SqliteCommand _begin;
    private readonly SqliteCommand _append;
    private readonly SqliteCommand _apply;
    private readonly SqliteCommand _commit;

    /// <summary>Opens a file, and makes it where it is not there.</summary>
    /// <param name="path">Its full path.</param>
    /// <param name="isDurable">Whether what is kept must survive a loss of power, and not only of the process.</param>
    /// <exception cref="SqliteException">Another process has it, it is damaged, or this computer refused.</exception>
    public SqliteLabDatabase(string path, bool isDurable)
    {
        _connection = new SqliteConnection(new SqliteConnectionStringBuilder
        {
            DataSource = path,
            Pooling = false,
            DefaultTimeout = 1,
        }.ToString());
        try
        {
            _connection.Open();

            // Exclusive from the first read on: two processes never write one lab.
            Run("PRAGMA busy_timeout = 0; PRAGMA locking_mode = EXCLUSIVE; PRAGMA journal_mode = WAL; "
                + (isDurable ? "PRAGMA synchronous = FULL;" : "PRAGMA synchronous = NORMAL;"));
            SqliteSchema.Bring(_connection, (int)(long)Scalar("PRAGMA user_version;")!);
            Run("BEGIN EXCLUSIVE; COMMIT;");
            _append = Command(
                "INSERT INTO input (number, entry, hash, digest) VALUES ($number, $entry, $hash, $digest);");
            _append.Parameters.Add("$number", SqliteType.Integer);
            _append.Parameters.Add("$entry", SqliteType.Text);
            _append.Parameters.Add("$hash", SqliteType.Blob);
            _append.Parameters.Add("$digest", SqliteType.Blob);
            _apply = Command("UPDATE lab SET applied = $applied;");
            _apply.Parameters.Add("$applied", SqliteType.Integer);
            _begin = Command("BEGIN IMMEDIATE;");
            _commit = Command("COMMIT;");
        }
        catch
        {
            _connection.Dispose();
            throw;
        }
    }

    /// <inheritdoc/>
    public StoredRecord? Find() => Use(() =>
    {
        using SqliteCommand command = Command("SELECT name, seed, applied FROM lab;");
        using SqliteDataReader row = command.ExecuteReader();
        return row.Read() ? new StoredRecord(row.GetString(0), row.GetInt64(1), row.GetInt64(2)) : null;
    });

    /// <inheritdoc/>
    public void Create(string name, long seed, IReadOnlyList<KeptInput> inputs, StoredImage image, long applied) =>
        Transact(() =>
        {
            Run("DELETE FROM lab; DELETE FROM input;");
            using SqliteCommand command = Command(
                "INSERT INTO lab (id, name, seed, applied) VALUES (1, $name, $seed, $applied);");
            command.Parameters.AddWithValue("$name", name);
            command.Parameters.AddWithValue("$seed", seed);
            command.Parameters.AddWithValue("$applied", applied);
            command.ExecuteNonQuery();
            Add(inputs);
            Put(image);
        });

    /// <inheritdoc/>
    public StoredImage ReadImage() => Use(() =>
    {
        using SqliteCommand command = Command(
            "SELECT number, inputs, content, digest FROM image ORDER BY number DESC LIMIT 1;");
        using SqliteDataReader row = command.ExecuteReader();
        if (!row.Read())
        {
            throw new StoreDamageException("it has no image.");
        }

        long number = row.GetInt64(0);
        return new StoredImage(
            number,
            row.GetInt64(1),
            row.GetFieldValue<byte[]>(2),
            Convert.ToHexStringLower(row.GetFieldValue<byte[]>(3)),
            ReadFiles(number));
    });

    /// <inheritdoc/>
    public IReadOnlyList<StoredInput> ReadInputs() => Use(() =>
    {
        using SqliteCommand command = Command("SELECT number, entry, hash, digest FROM input ORDER BY number;");
        using SqliteDataReader row = command.ExecuteReader();
        List<StoredInput> inputs = [];
        while (row.Read())
        {
            long number = row.GetInt64(0);
            inputs.Add(number == inputs.Count + 1
                ? Read(number, row.GetString(1), row.GetFieldValue<byte[]>(2), row.GetFieldValue<byte[]>(3))
                : throw new StoreDamageException($"input {inputs.Count + 1} is missing."));
        }

        return inputs;
    });

    /// <inheritdoc/>
    public void Append(IReadOnlyList<KeptInput> inputs, long applied, StoredImage? image) => Transact(() =>
    {
        Add(inputs);
        _apply.Parameters[0].Value = applied;
        _apply.ExecuteNonQuery();
        if (image is not null)
        {
            Put(image);
        }
    });

    /// <inheritdoc/>
    public void Dispose()
    {
        lock (_lock)
        {
            _begin.Dispose();
            _append.Dispose();
            _apply.Dispose();
            _commit.Dispose();
            _connection.Dispose();
        }
    }

    private void Add(IReadOnlyList<KeptInput> inputs)
    {
        foreach (KeptInput input in inputs)
        {
            _append.Parameters[0].Value = input.Number;
            string entry = JournalText.Of(input.Entry);
            byte[] hash = Convert.FromHexString(input.Hash);
            _append.Parameters[1].Value = entry;
            _append.Parameters[2].Value = hash;
            _append.Parameters[3].Value = DigestOf(entry, hash);
            _append.ExecuteNonQuery();
        }
    }

    private void Put(StoredImage image)
    {
        Run("DELETE FROM image; DELETE FROM file;");
        using SqliteCommand command = Command(
            "INSERT INTO image (number, inputs, content, digest) VALUES ($number, $inputs, $content, $digest);");
        command.Parameters.AddWithValue("$number", image.Number);
        command.Parameters.AddWithValue("$inputs", image.Inputs);
        command.Parameters.AddWithValue("$content", image.Content);
        command.Parameters.AddWithValue("$digest", Convert.FromHexString(image.Digest));
        command.ExecuteNonQuery();
        using SqliteCommand file = Command(
            "INSERT INTO file (image, place, volume, path) VALUES ($image, $place, $volume, $path);");
        foreach (PlacedFile placed in image.Files)
        {
            file.Parameters.Clear();
            file.Parameters.AddWithValue("$image", image.Number);
            file.Parameters.AddWithValue("$place", placed.Place);
            file.Parameters.AddWithValue("$volume", placed.Location.Volume);
            file.Parameters.AddWithValue("$path", placed.Location.Path);
            file.ExecuteNonQuery();
        }
    }

    private List<PlacedFile> ReadFiles(long image)
    {
        using SqliteCommand command = Command(
            "SELECT place, volume, path FROM file WHERE image = $image ORDER BY place;");
        command.Parameters.AddWithValue("$image", image);
        using SqliteDataReader row = command.ExecuteReader();
        List<PlacedFile> files = [];
        while (row.Read())
        {
            files.Add(new PlacedFile(new DiskLocation(row.GetInt32(1), row.GetString(2)), row.GetString(0)));
        }

        return files;
    }

    private static byte[] DigestOf(string entry, byte[] hash) =>
        SHA256.HashData([.. Encoding.UTF8.GetBytes(entry), .. hash]);

    private static StoredInput Read(long number, string entry, byte[] hash, byte[] digest)
    {
        if (!DigestOf(entry, hash).AsSpan().SequenceEqual(digest))
        {
            throw new StoreDamageException($"input {number} is not what was written.");
        }

        try
        {
            return new StoredInput(JournalText.Read(entry, $"input {number}"), Convert.ToHexStringLower(hash));
        }
        catch (InvalidDataException damage)
        {
            throw new StoreDamageException(damage.Message, damage);
        }
    }

    private void Transact(Action work) => Use(() =>
    {
        _begin.ExecuteNonQuery();
        try
        {
            work();
            return _commit.ExecuteNonQuery();
        }
        catch
        {
            Run("ROLLBACK;");
            throw;
        }
    });

    private T Use<T>(Func<T> work)
    {
        lock (_lock)
        {
            return work();
        }
    }

    private SqliteCommand Command(string text)
    {
        SqliteCommand command = _connection.CreateCommand();
        command.CommandText = text;
        return command;
    }

    private void Run(string text)
    {
        using SqliteCommand command = Command(text);
        command.ExecuteNonQuery();
    }

    private object? Scalar(string text)
    {
        using SqliteCommand command = Command(text);
        return command.ExecuteScalar();
    }
}
