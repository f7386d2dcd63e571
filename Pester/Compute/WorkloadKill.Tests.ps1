BeforeAll {
    Import-Module $PSScriptRoot/../../HyperVLab.psd1

    $script = @'
    $ErrorActionPreference = 'Stop'
    Import-Module $args[0]
    New-Lab -Path $args[1] | Out-Null
    Add-LabHost NODE1 | Out-Null
    Install-LabOperatingSystem NODE1 -Edition HyperVServer2008R2
    Enable-LabRemoteManagement NODE1
    Join-LabDomain lab.local -ComputerName NODE1 -Restart
    New-LabVM db01 -NewVHDPath C:\VMs\db01.vhd -NewVHDSizeBytes 20GB | Out-Null
    Install-LabGuestOS db01 'Windows Server 2008 R2 Enterprise'
    Start-LabVM db01
    Step-LabClock -Seconds 60
    $work = Start-LabWorkload db01 Ledger -FlushEvery 3 -Rate 997 -RoundSize 16 -Passthru
    (Get-LabVHD C:\VMs\db01.vhd -ComputerName NODE1).LocalPath
    for ($step = 1; ; $step++) {
        # From a part of a round to many of them.
        Step-LabClock -Seconds (0.001 * [math]::Pow(2, $step % 14))
        "$($work.Acknowledged)"
    }
'@
    Set-Content $TestDrive/work.ps1 $script

    # Starts a process that holds a lab, hears what it says until it is killed, and returns that.
    function Invoke-KilledLab([string] $Folder, [int] $Lines) {
        $start = [Diagnostics.ProcessStartInfo]::new((Get-Process -Id $PID).Path)
        '-NoProfile', '-File', "$TestDrive/work.ps1", "$PSScriptRoot/../../HyperVLab.psd1", $Folder |
            ForEach-Object { $start.ArgumentList.Add($_) }
        $start.RedirectStandardOutput = $true
        $process = [Diagnostics.Process]::Start($start)
        try {
            $said = for ($line = 0; $line -lt $Lines; $line++) { $process.StandardOutput.ReadLine() }
            $process.Kill()

            # What it said before it was killed was said too.
            @($said) + @($process.StandardOutput.ReadToEnd() -split '\r?\n' -match '^\d+$')
        }
        finally {
            $process.WaitForExit()
            $process.Dispose()
        }
    }
}

Describe 'A process that is killed' {
    It 'leaves everything in the files that it said is acknowledged (<_>)' -ForEach 5, 9, 40 {
        $said = Invoke-KilledLab "$TestDrive/lab$_" $_
        $file = $said[0]
        $last = [long]$said[-1]
        $last | Should -BeGreaterThan 0
        $proof = Test-LabWorkload -LiteralPath $file
        $proof.IsConsistent | Should -BeTrue -Because $proof.Detail
        $proof.Durable | Should -BeGreaterOrEqual $last
        Test-LabVHD $file | Should -BeTrue
    }
}
