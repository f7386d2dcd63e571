using HyperVLab.Binding;
using HyperVLab.Engine.Hosts;
using HyperVLab.Session;

namespace HyperVLab.Commands.Storage;

/// <summary>Takes the files that a cmdlet was given one by one, be they of lab hosts or of this computer.</summary>
/// <param name="cmdlet">The cmdlet.</param>
/// <param name="guard">Does something for a path, and writes what is refused as an error about it.</param>
internal sealed class VhdFileVisitor(LabCmdlet cmdlet, Action<Action, object?> guard)
{
    /// <summary>What is done to a file of this computer, by its full path.</summary>
    public required Action<string> Here { get; init; }

    /// <summary>What is done to a file of a host, by its path there.</summary>
    public required Action<LabHandle, PhysicalComputerView, string> There { get; init; }

    /// <summary>Takes the files of some paths.</summary>
    /// <param name="computerNames">The hosts that -ComputerName gives; null where it was left out.</param>
    /// <param name="paths">The paths.</param>
    /// <param name="areLiteral">Whether no character of them is a wildcard.</param>
    public void Visit(string[]? computerNames, IEnumerable<string> paths, bool areLiteral)
    {
        foreach (string? host in VhdTargets.Hosts(cmdlet, computerNames))
        {
            foreach (string path in paths)
            {
                guard(() => Visit(host, path, areLiteral), path);
            }
        }
    }

    private void Visit(string? host, string path, bool isLiteral)
    {
        if (host is not null)
        {
            There(cmdlet.Handle, ComputerNames.HostView(cmdlet.Handle, host), path);
            return;
        }

        foreach (string file in isLiteral ? [LocalPath.Of(cmdlet, path)] : VhdTargets.Expand(cmdlet, path))
        {
            guard(() => Here(file), file);
        }
    }
}
