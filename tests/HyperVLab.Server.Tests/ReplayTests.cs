using HyperVLab.Engine;
using HyperVLab.Engine.Hosts.Requests;
using HyperVLab.Engine.Making;
using HyperVLab.Engine.Networking.Requests;
using HyperVLab.Engine.Requests;
using HyperVLab.Engine.Storage;

namespace HyperVLab.Server.Tests;

public sealed class ReplayTests : IDisposable
{
    private readonly string _path = Path.GetTempFileName();
    private readonly StringWriter _output = new();
    private readonly StringWriter _errors = new();

    [Fact]
    public void A_journal_is_shown_as_the_PowerShell_that_made_it_and_ends_with_its_hash()
    {
        string hash = WriteJournal();

        Assert.Equal(0, Run("replay", _path));

        string shown = _output.ToString();
        Assert.Contains("New-Lab", shown, StringComparison.Ordinal);
        Assert.Contains("Add-LabHost -Name H1", shown, StringComparison.Ordinal);
        Assert.Contains("refused: ", shown, StringComparison.Ordinal);
        Assert.Contains("ADMIN1 -> dc1", shown, StringComparison.Ordinal);
        Assert.Contains("!!!", shown, StringComparison.Ordinal);
        Assert.Contains($"journal hash {hash}", shown, StringComparison.Ordinal);
        Assert.Empty(_errors.ToString());
    }

    [Fact]
    public void A_journal_whose_hash_is_another_fails()
    {
        string hash = WriteJournal();
        File.WriteAllText(_path, File.ReadAllText(_path).Replace(hash, new string('0', 64), StringComparison.Ordinal));

        Assert.Equal(1, Run("replay", _path));
        Assert.Contains("NOT the one in the journal", _output.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("{\"format\":\"hypervlab-journal\",\"version\":2}")]
    [InlineData("no journal at all")]
    public void A_file_that_is_no_journal_is_refused_in_one_line(string content)
    {
        File.WriteAllText(_path, content);

        Assert.Equal(1, Run("replay", _path));
        Assert.StartsWith($"{_path}: This is not a journal", _errors.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_file_that_is_not_there_is_refused() => Assert.Equal(1, Run("replay", $"{_path}.none"));

    [Theory]
    [InlineData]
    [InlineData("replay")]
    [InlineData("dance", "x")]
    public void Another_command_line_shows_how_it_is_used(params string[] arguments)
    {
        Assert.Equal(2, Run(arguments));
        Assert.StartsWith("usage:", _errors.ToString(), StringComparison.Ordinal);
    }

    public void Dispose()
    {
        File.Delete(_path);
        _output.Dispose();
        _errors.Dispose();
    }

    private int Run(params string[] arguments) => CommandLine.Run(arguments, _output, _errors);

    private string WriteJournal()
    {
        using var lab = new Lab("small", 7, new MemoryDiskStore());
        var builder = new LabBuilder(lab);
        builder.Do(new NewLab());
        builder.SignIn();
        builder.Do(new AddHost { Name = "H1" });
        Assert.Throws<LabException>(() => builder.Do(new AddHost { Name = "h1" }));
        builder.Do(new TestConnection { TargetName = "dc1", Count = 3 });
        using StreamWriter text = File.CreateText(_path);
        lab.ExportJournal().WriteTo(text);
        return lab.JournalHash;
    }
}
