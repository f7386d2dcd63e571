BeforeAll {
    Import-Module $PSScriptRoot/../../HyperVLab.psd1
}

Describe 'The PowerShell job that -AsJob writes' {
    BeforeEach {
        New-Lab | Out-Null
        Add-LabHost -Name H1 | Out-Null
        $job = Install-LabOperatingSystem -ComputerName H1 -Edition HyperVServer2008R2 -AsJob
    }

    AfterEach {
        $job | Remove-Job -Force
        Remove-Lab Lab
    }

    It 'is suspended while time stands still' {
        $job.State | Should -Be 'Suspended'
        Get-Job -Id $job.Id | Should -Be $job
        $job | Wait-Job -WarningVariable warning -WarningAction SilentlyContinue | Should -Be $job
        $warning | Should -Match 'suspended'
        $job | Wait-LabJob | Out-Null
    }

    It 'is suspended again after time was moved by hand, until the job of the lab has ended' {
        Step-LabClock -Seconds 1
        $job.State | Should -Be 'Suspended'
        Step-LabClock -Seconds 86400
        $job.State | Should -Be 'Completed'
    }

    It 'is running while the clock of this computer moves time' {
        Set-LabClock -Mode Follow -Speed 0.001
        $job.State | Should -Be 'Running'
        Set-LabClock -Mode Manual
        $job.State | Should -Be 'Suspended'
        $job | Wait-LabJob | Out-Null
    }

    It 'ends in front of Wait-Job when the clock of this computer moves time' {
        Set-LabClock -Mode Follow -Speed 100000
        $job | Wait-Job -Timeout 60 | ForEach-Object State | Should -Be 'Completed'
        Set-LabClock -Mode Manual
    }

    It 'hands out the result' {
        $job | Wait-LabJob | Should -Be $job
        $job.State | Should -Be 'Completed'
        (Receive-Job $job).Name | Should -Be 'H1'
        $job.HasMoreData | Should -BeFalse
    }

    It 'knows the job of the lab by its number' {
        (Get-LabJob $job.LabJobId).Name | Should -Be 'InstallOperatingSystem'
        Get-LabJob $job.LabJobId | Wait-LabJob | ForEach-Object State | Should -Be 'Completed'
        $job.State | Should -Be 'Completed'
    }

    It 'is stopped by Stop-Job and by Stop-LabJob' {
        $job | Stop-LabJob
        $job.State | Should -Be 'Stopped'
        (Get-LabJob $job.LabJobId).State | Should -Be 'Stopped'
    }

    It 'goes on when a wait for it times out' {
        { $job | Wait-LabJob -Timeout 5 -ErrorAction Stop } |
            Should -Throw -ErrorId 'OperationTimeout,HyperVLab.Commands.Labs.WaitLabJobCommand'
        $job.State | Should -Be 'Suspended'
        $job | Wait-LabJob | ForEach-Object State | Should -Be 'Completed'
    }
}

Describe 'A wait in two runspaces' {
    BeforeAll { New-Lab | Out-Null }
    AfterAll { Remove-Lab Lab }

    It 'ends both, whoever takes the events' {
        Add-LabHost -Name H2 | Out-Null
        Add-LabHost -Name H3 | Out-Null
        $manifest = "$PSScriptRoot/../../HyperVLab.psd1"
        $states = 'H2', 'H3' | ForEach-Object -ThrottleLimit 2 -Parallel {
            Import-Module $using:manifest
            Install-LabOperatingSystem -ComputerName $_ -Edition HyperVServer2008R2
            (Get-LabHost $_).State
        }
        $states | Where-Object { $_ -eq 'Running' } | Should -HaveCount 2
    }
}

Describe 'A cmdlet that waits' {
    BeforeAll {
        New-Lab | Out-Null
        Add-LabHost -Name H1 | Out-Null
        Set-LabClock -Mode Follow -Speed 0.001
    }

    AfterAll {
        Set-LabClock -Mode Manual
        Remove-Lab Lab
    }

    It 'stops waiting when it is stopped, and leaves the job going on' {
        $shell = [powershell]::Create().AddScript({
            param($manifest)
            Import-Module $manifest
            Install-LabOperatingSystem -ComputerName H1 -Edition HyperVServer2008R2
        }).AddArgument("$PSScriptRoot/../../HyperVLab.psd1")
        $shell.BeginInvoke() | Out-Null
        while ((Get-LabJob -Newest 1).Name -ne 'InstallOperatingSystem') { Start-Sleep -Milliseconds 20 }
        $shell.Stop()
        $shell.InvocationStateInfo.State | Should -Be 'Stopped'
        (Get-LabJob -Newest 1).State | Should -Be 'Running'
    }
}
