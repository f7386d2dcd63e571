using System.Buffers.Binary;

namespace HyperVLab.Simulation;

/// <summary>
/// Random draws as a pure function of (seed, purpose, key, index): nothing is consumed, so one part of the lab that
/// draws more changes no other part. The mixing is SplitMix64's finaliser (Steele, Lea and Flood, OOPSLA 2014) over an
/// FNV-1a hash of the purpose.
/// </summary>
/// <param name="seed">The lab's seed.</param>
public readonly struct Draws(long seed) : IEquatable<Draws>
{
    private const ulong FnvOffset = 14695981039346656037;
    private const ulong FnvPrime = 1099511628211;

    /// <summary>The seed that every draw depends on.</summary>
    public long Seed { get; } = seed;

    /// <summary>Whether two sources draw the same.</summary>
    public static bool operator ==(Draws left, Draws right) => left.Equals(right);

    /// <summary>Whether two sources draw differently.</summary>
    public static bool operator !=(Draws left, Draws right) => !left.Equals(right);

    /// <summary>64 random bits.</summary>
    /// <param name="purpose">
    /// What the draw is for, such as <c>vm-id</c>: part of the function, so never reword it.
    /// </param>
    /// <param name="key">The entity that it is for.</param>
    /// <param name="index">Which of the draws for that purpose and entity.</param>
    public ulong Bits(string purpose, long key, long index = 0)
    {
        ulong hash = FnvOffset;
        foreach (char letter in purpose)
        {
            hash = (hash ^ letter) * FnvPrime;
        }

        hash = Mix(hash ^ Mix((ulong)Seed + 0x9E3779B97F4A7C15));
        hash = Mix(hash ^ Mix((ulong)key + 0x9E3779B97F4A7C15));
        return Mix(hash ^ Mix((ulong)index + 0x9E3779B97F4A7C15));
    }

    /// <summary>A number from <paramref name="low"/> up to but without <paramref name="high"/>.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The range is empty.</exception>
    public long Between(long low, long high, string purpose, long key, long index = 0)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(low, high);
        return low + (long)Math.BigMul(Bits(purpose, key, index), (ulong)(high - low), out _);
    }

    /// <summary>A random identifier of version 4 (RFC 9562).</summary>
    public Guid Identifier(string purpose, long key, long index = 0)
    {
        Span<byte> bytes = stackalloc byte[16];
        BinaryPrimitives.WriteUInt64BigEndian(bytes, Bits(purpose, key, (index * 2) + 1));
        BinaryPrimitives.WriteUInt64BigEndian(bytes[8..], Bits(purpose, key, (index * 2) + 2));
        bytes[6] = (byte)((bytes[6] & 0x0F) | 0x40);
        bytes[8] = (byte)((bytes[8] & 0x3F) | 0x80);
        return new Guid(bytes, bigEndian: true);
    }

    /// <inheritdoc/>
    public bool Equals(Draws other) => Seed == other.Seed;

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is Draws other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => Seed.GetHashCode();

    private static ulong Mix(ulong value)
    {
        value = (value ^ (value >> 30)) * 0xBF58476D1CE4E5B9;
        value = (value ^ (value >> 27)) * 0x94D049BB133111EB;
        return value ^ (value >> 31);
    }
}
