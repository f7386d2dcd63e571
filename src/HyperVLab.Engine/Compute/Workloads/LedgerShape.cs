using HyperVLab.Disks;

namespace HyperVLab.Engine.Compute;

/// <summary>
/// How a ledger lies on its disk: a header, then two halves, each of a page of balances and a record for each transfer
/// of a round. Even rounds stand in the first half and odd ones in the second, so the round before is whole while a
/// round is written.
/// </summary>
/// <param name="Seed">What its transfers are drawn from.</param>
/// <param name="Accounts">How many accounts.</param>
/// <param name="Slots">How many transfers a round has.</param>
/// <param name="Kind">What writes it.</param>
internal readonly record struct LedgerShape(
    long Seed, int Accounts, int Slots, WorkloadKind Kind = WorkloadKind.Ledger)
{
    /// <summary>The length of a record: two sectors, so that one can be torn.</summary>
    public const int RecordBytes = 2 * VirtualDisk.SectorBytes;

    /// <summary>The length of the header and of a page.</summary>
    public const int PageBytes = VirtualDisk.SectorBytes;

    /// <summary>Where the first half starts.</summary>
    public const int HalvesOffset = 4096;

    /// <summary>What every account begins with: more than a round can take from it.</summary>
    public const long OpeningBalance = 1_000_000_000;

    /// <summary>The largest transfer.</summary>
    public const long LargestAmount = 1000;

    /// <summary>The fewest accounts.</summary>
    public const int FewestAccounts = 2;

    /// <summary>The most accounts: their balances and what stands before them fill a page.</summary>
    public const int MostAccounts = 56;

    /// <summary>The fewest transfers of a round.</summary>
    public const int FewestSlots = 2;

    /// <summary>The most transfers of a round: then a ledger stays within 2 MiB, a block of most disks.</summary>
    public const int MostSlots = 1000;

    /// <summary>The round that stands in the second half before there is any: it has a page only.</summary>
    public const long RoundBefore = -1;

    /// <summary>Whether there can be such a ledger.</summary>
    public bool IsPossible =>
        Enum.IsDefined(Kind)
        && Accounts is >= FewestAccounts and <= MostAccounts
        && Slots is >= FewestSlots and <= MostSlots;

    /// <summary>The length of a half.</summary>
    public int HalfBytes => PageBytes + (Slots * RecordBytes);

    /// <summary>The length of it all.</summary>
    public int SizeBytes => HalvesOffset + (2 * HalfBytes);

    /// <summary>Where the half of a round starts, from the ledger's start.</summary>
    public int HalfOffset(long round) => HalvesOffset + ((int)(round & 1) * HalfBytes);

    /// <summary>Where a record stands in its half.</summary>
    public static int SlotOffset(long slot) => PageBytes + ((int)slot * RecordBytes);

    /// <summary>The last round of which something is written once so many transfers are.</summary>
    /// <param name="count">How many.</param>
    /// <param name="isTorn">Whether a part of one more is.</param>
    public long RoundOf(long count, bool isTorn) => isTorn ? count / Slots : count == 0 ? 0 : (count - 1) / Slots;
}
