BeforeAll {
    Import-Module $PSScriptRoot/../../HyperVLab.psd1
    New-Lab | Out-Null
}

AfterAll { Remove-Lab Lab }

Describe 'The clock of a lab' {
    It 'stands still by itself' {
        $before = (Get-LabClock).Now
        Start-Sleep -Milliseconds 30
        (Get-LabClock).Now | Should -Be $before
    }

    It 'moves by seconds' {
        $before = (Get-LabClock).Now
        (Step-LabClock -Seconds 90 -Passthru).Now | Should -Be ($before + [timespan]::FromSeconds(90))
    }

    It 'moves to a moment, given as time, seconds or date' {
        Step-LabClock -Until 01:00:00
        (Get-LabClock).Now | Should -Be ([timespan]'01:00:00')
        Step-LabClock -Until 3700
        (Get-LabClock).Now.TotalSeconds | Should -Be 3700
        Step-LabClock -Until (Get-LabClock).Date.AddMinutes(1)
        (Get-LabClock).Now.TotalSeconds | Should -Be 3760
    }

    It 'never moves back' {
        $before = (Get-LabClock).Now
        { Step-LabClock -Until 1 -ErrorAction Stop } |
            Should -Throw -ErrorId 'InvalidParameter,HyperVLab.Commands.Labs.StepLabClockCommand'
        (Get-LabClock).Now | Should -Be $before
    }

    It 'stays where it is under -WhatIf' {
        $hash = (Get-Lab).JournalHash
        Step-LabClock -Seconds 10 -WhatIf
        Set-LabClock -Mode Follow -WhatIf
        (Get-Lab).JournalHash | Should -Be $hash
        (Get-LabClock).Mode | Should -Be 'Manual'
    }

    It 'follows the clock of this computer at a speed, until it is stopped' {
        $before = (Get-LabClock).Now
        Set-LabClock -Mode Follow -Speed 1000
        Start-Sleep -Milliseconds 50
        (Get-LabClock).Now | Should -BeGreaterThan ($before + [timespan]::FromSeconds(40))
        $stopped = (Set-LabClock -Mode Manual -Passthru).Now
        Start-Sleep -Milliseconds 30
        (Get-LabClock).Now | Should -Be $stopped
    }

    It 'adds nothing to the journal when it is read' {
        $hash = (Get-Lab).JournalHash
        Get-LabClock | Out-Null
        Get-LabJob | Out-Null
        Get-LabEvent | Out-Null
        TabExpansion2 'Enter-LabHost ' | Out-Null
        (Get-Lab).JournalHash | Should -Be $hash
    }
}
