using System.Globalization;
using System.Management.Automation;
using HyperVLab.Engine.Hosts;
using HyperVLab.Engine.Storage;
using HyperVLab.Mounting;
using HyperVLab.Objects;
using HyperVLab.Session;

namespace HyperVLab.Commands.Storage;

/// <summary>Finds virtual hard disks by paths of lab hosts and of this computer.</summary>
internal static class VhdTargets
{
    /// <summary>
    /// The hosts whose paths are meant: those named, else the one that was entered; null for this computer, which its
    /// own name means too where no lab has a host of that name.
    /// </summary>
    public static string?[] Hosts(LabCmdlet cmdlet, string[]? names)
    {
        LabHandle? lab = cmdlet.Lab?.Resolve() ?? LabSession.Current.Selected;
        return names is null
            ? [lab is null ? null : LabSession.Current.HostIn(lab)]
            : [.. names.Select(name => IsThisComputer(lab, name) ? null : name)];
    }

    /// <summary>Reads a disk in a volume of a host.</summary>
    /// <exception cref="Engine.Requests.LabException">There is none, or it is damaged.</exception>
    public static VirtualHardDisk Read(LabHandle handle, string computerName, string path)
    {
        PhysicalComputerView computer = Binding.ComputerNames.HostView(handle, computerName);
        VirtualHardDiskView view = handle.Lab.Ask(new VirtualHardDiskQuery(new(computer.Key), path));
        return new VirtualHardDisk(view with { Uri = handle.Mounts.UriOf(view.FileKey) });
    }

    /// <summary>The path of the disk that is mounted on a host as a number.</summary>
    /// <exception cref="Engine.Requests.LabException">None is.</exception>
    public static string MountedPath(LabHandle handle, string computerName, uint diskNumber)
    {
        PhysicalComputerView computer = Binding.ComputerNames.HostView(handle, computerName);
        string number = diskNumber.ToString(CultureInfo.InvariantCulture);
        return handle.Lab.Ask(new MountedDisksQuery()).FirstOrDefault(mount =>
            mount.ComputerKey == computer.Key && mount.DiskNumber == diskNumber)?.Path
            ?? throw ModuleErrors.NoMountedDisk.For(number, number);
    }

    /// <summary>Reads a disk in this computer's file system.</summary>
    /// <exception cref="Engine.Requests.LabException">There is none, or it is damaged.</exception>
    public static VirtualHardDisk ReadHere(string path) =>
        new(LocalMounts.Find(path) ?? LocalVirtualDisks.Read(path, Environment.MachineName));

    /// <summary>
    /// The files of this computer that a path with wildcards means. A file that is called so means itself, so that
    /// Get-ChildItem can hand over names with brackets.
    /// </summary>
    /// <exception cref="Engine.Requests.LabException">It is a path of another provider.</exception>
    public static IReadOnlyList<string> Expand(PSCmdlet cmdlet, string path)
    {
        if (!WildcardPattern.ContainsWildcardCharacters(path)
            || (Binding.LocalPath.Of(cmdlet, path) is { } literal && File.Exists(literal)))
        {
            return [Binding.LocalPath.Of(cmdlet, path)];
        }

        try
        {
            IEnumerable<string> found = cmdlet.SessionState.Path.GetResolvedProviderPathFromPSPath(
                path, out ProviderInfo provider);
            return provider.Name == "FileSystem" ? [.. found] : throw ModuleErrors.NotAFilePath.For(path, path);
        }
        catch (ItemNotFoundException missing)
        {
            throw ModuleErrors.FileFailed.For(path, path, missing.Message);
        }
    }

    /// <summary>
    /// Refuses a file that is mounted, or that a lab of this process keeps: changed behind its back, the lab would be
    /// wrong.
    /// </summary>
    /// <exception cref="Engine.Requests.LabException">So it is.</exception>
    public static void DemandOwn(string path)
    {
        if (LocalMounts.Find(path) is { DiskNumber: { } number })
        {
            throw ModuleErrors.FileMounted.For(path, path, number.ToString(CultureInfo.InvariantCulture));
        }

        foreach (LabHandle lab in LabRegistry.All)
        {
            string folder = $"{Path.TrimEndingDirectorySeparator(lab.Path)}{Path.DirectorySeparatorChar}";
            if (path.StartsWith(folder, StringComparison.Ordinal))
            {
                throw ModuleErrors.FileOfLab.For(path, path, lab.Lab.Name);
            }
        }
    }

    private static bool IsThisComputer(LabHandle? lab, string name) =>
        string.Equals(name, Environment.MachineName, StringComparison.OrdinalIgnoreCase)
        && lab?.Lab.Views<PhysicalComputerView>(name) is null or { Count: 0 };
}
