namespace HyperVLab.Engine;

/// <summary>What kinds of input a journal stores.</summary>
public enum JournalKind
{
    /// <summary>A request that was carried out.</summary>
    Request,

    /// <summary>A request that was refused.</summary>
    Refusal,

    /// <summary>Time moved on to a moment before which nothing was due.</summary>
    Advance,
}
