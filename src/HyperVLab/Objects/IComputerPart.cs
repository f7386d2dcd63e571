namespace HyperVLab.Objects;

/// <summary>Something with a name that belongs to a computer.</summary>
public interface IComputerPart
{
    /// <summary>Its name, one of its kind on the computer.</summary>
    string Name { get; }

    /// <summary>The computer.</summary>
    string ComputerName { get; }
}
