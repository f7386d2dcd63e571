using HyperVLab.Engine.Hosts;
using HyperVLab.Engine.Requests;
using HyperVLab.Engine.Storage;
using HyperVLab.Engine.Storage.Requests;
using HyperVLab.Simulation;

namespace HyperVLab.Engine.Making;

/// <summary>Builds a lab as an admin would: by requests through the door, waiting for what takes time.</summary>
/// <param name="lab">The lab.</param>
public sealed class LabBuilder(Lab lab)
{
    private readonly List<int> _goingOn = [];
    private LabCaller _caller = LabCaller.Lab;

    /// <summary>The lab.</summary>
    public Lab Lab => lab;

    /// <summary>Sits the lab's administrator down at the workstation: from here on the requests are his.</summary>
    public void SignIn() => _caller = lab.Ask(new DefaultCaller());

    /// <summary>Sends a request and waits for its end.</summary>
    /// <exception cref="LabException">It was refused, or it failed.</exception>
    public JobView Do(LabRequest request)
    {
        JobView job = lab.WaitFor(lab.Send(request, _caller).Key);
        return job.Failure is { } failure ? throw failure : job;
    }

    /// <summary>Sends a request and leaves it going on.</summary>
    /// <exception cref="LabException">It was refused.</exception>
    public void Begin(LabRequest request) => _goingOn.Add(lab.Send(request, _caller).Key);

    /// <summary>Waits for the end of all that was begun.</summary>
    /// <exception cref="LabException">One of them failed.</exception>
    public void Wait()
    {
        foreach (int job in _goingOn)
        {
            if (lab.WaitFor(job).Failure is { } failure)
            {
                throw failure;
            }
        }

        _goingOn.Clear();
    }

    /// <summary>Lets time pass, and what is due by then happen.</summary>
    public void Rest(TimeSpan duration) => lab.AdvanceTo(lab.Now + duration);

    /// <summary>The computer of a name.</summary>
    public Key<PhysicalComputer> Computer(string name) => new(lab.Views<PhysicalComputerView>(name)[0].Key);

    /// <summary>The LUN of a name.</summary>
    public Key<Lun> Lun(string name) => new(lab.Views<LunView>(name)[0].Key);

    /// <summary>The admin's workstation.</summary>
    public Key<PhysicalComputer> Workstation =>
        new(lab.Views<PhysicalComputerView>().First(one => one.Role == ComputerRole.Workstation).Key);

    /// <summary>The domain's DNS name.</summary>
    public string DomainName => lab.Views<DomainView>()[0].Name;

    /// <summary>Brings a new disk online and makes it one NTFS volume with a letter.</summary>
    public void Format(Key<PhysicalComputer> node, int number, string label, string letter, PartitionStyle style)
    {
        Do(new SetDisk { Computer = node, Number = number, IsOffline = false });
        Do(new InitializeDisk { Computer = node, Number = number, PartitionStyle = style });
        Do(new NewPartition { Computer = node, DiskNumber = number, UseMaximumSize = true, DriveLetter = letter });
        Do(new FormatVolume { Computer = node, DriveLetter = letter, NewFileSystemLabel = label });
    }
}
