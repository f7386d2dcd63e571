using HyperVLab.Session;

namespace HyperVLab.Objects;

/// <summary>
/// Something in a lab, alive: its properties are true when they are read. What was removed keeps what was last seen of
/// it. Two of these are equal when they are the same thing of the same lab.
/// </summary>
public abstract class LabObject : IEquatable<LabObject>
{
    private protected LabObject(LabHandle handle, int number)
    {
        Handle = handle;
        Number = number;
    }

    /// <summary>
    /// The lab that it is in; a cmdlet that is given the object by property name takes its -Lab from here.
    /// </summary>
    public LabInfo Lab => Handle.Info;

    internal LabHandle Handle { get; }

    internal int Number { get; }

    /// <inheritdoc/>
    public bool Equals(LabObject? other) =>
        other is not null && other.GetType() == GetType() && other.Handle == Handle && other.Number == Number
        && Equals((other as ILabPart)?.Part, (this as ILabPart)?.Part);

    /// <inheritdoc/>
    public sealed override bool Equals(object? obj) => Equals(obj as LabObject);

    /// <inheritdoc/>
    public sealed override int GetHashCode() => HashCode.Combine(GetType(), Handle, Number, (this as ILabPart)?.Part);
}
