namespace HyperVLab.Simulation;

/// <summary>What kinds of value a lab's state is made of; there are no others.</summary>
public enum StateKind
{
    /// <summary>True or false.</summary>
    Boolean,

    /// <summary>A 32-bit whole number.</summary>
    Int32,

    /// <summary>A 64-bit whole number.</summary>
    Int64,

    /// <summary>A double, written by its bits.</summary>
    Double,

    /// <summary>Text.</summary>
    String,

    /// <summary>A GUID.</summary>
    Guid,

    /// <summary>A span of virtual time, in ticks of 100 ns.</summary>
    TimeSpan,

    /// <summary>A member of an enumeration, by its name.</summary>
    Enum,

    /// <summary>A key of a table.</summary>
    Key,

    /// <summary>A list of values of one type.</summary>
    List,

    /// <summary>A sealed record of further values.</summary>
    Record,
}
