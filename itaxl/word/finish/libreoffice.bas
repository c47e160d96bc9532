Option Explicit

' One LibreOffice for a whole paper: jobs come as files job1, job2, ... in a folder, answers go out as done1, done2, ...
' The one rule of the place: a fault is an answer too; nothing here may open a window or wait for a person.

Sub Serve(folder As String)
  Dim n As Integer, job As String
  n = 1
  Do
    job = NextJob(folder & "/job" & n)
    If job = "quit" Then Exit Do
    Work(folder & "/done" & n, Split(job, Chr(9)))
    n = n + 1
  Loop
  StarDesktop.terminate()
End Sub

Function NextJob(file As String) As String
  Dim handle As Integer, line As String
  Do While Not FileExists(file)
    Wait 10
  Loop
  handle = FreeFile
  Open file For Input As #handle
  Line Input #handle, line
  Close #handle
  NextJob = line
End Function

Sub Work(answerFile As String, job)
  Dim answer As String, document, loading
  On Error Goto Failed
  loading = Array(Named("Hidden", True), Named("MacroExecutionMode", 0), Named("UpdateDocMode", 0))
  document = StarDesktop.loadComponentFromURL(job(1), "_blank", 0, loading)
  WithoutGaps(document)
  If job(0) = "pages" Then answer = Pages(document) Else Export(document, job(2), job(3))
  document.close(True)
  Tell(answerFile, "ok" & Chr(10) & answer)
  Exit Sub
Failed:
  Tell(answerFile, "failed" & Chr(10) & Error)
End Sub

' LibreOffice sets Latin letters and stops a fifth of their height apart from Thai ones (O 1, a stop after Thai);
' Word does so beside Chinese only, and a .docx cannot say it to LibreOffice 7.4.
Sub WithoutGaps(document)
  Dim styles, i As Integer
  styles = document.StyleFamilies.getByName("ParagraphStyles")
  For i = 0 To styles.Count - 1
    styles.getByIndex(i).ParaIsCharacterDistance = False
  Next
End Sub

' The page of each bookmark, as the view counts them.
Function Pages(document) As String
  Dim cursor, name, text As String
  cursor = document.CurrentController.ViewCursor
  For Each name In document.Bookmarks.ElementNames
    cursor.gotoRange(document.Bookmarks.getByName(name).Anchor.End, False)
    text = text & name & Chr(9) & cursor.Page & Chr(10)
  Next
  Pages = text
End Function

' Thai page numbers are "native" numbers: a .docx cannot tell LibreOffice so, its page styles can.
Sub Export(document, target As String, digits As String)
  Dim styles, options, i As Integer
  If digits = "native" Then
    styles = document.StyleFamilies.getByName("PageStyles")
    For i = 0 To styles.Count - 1
      styles.getByIndex(i).NumberingType = com.sun.star.style.NumberingType.NATIVE_NUMBERING
    Next
  End If
  options = Array(Named("SelectPdfVersion", 2), Named("UseTaggedPDF", True), Named("ExportFormFields", False), _
    Named("ExportBookmarks", True), Named("ExportBookmarksToPDFDestination", True))
  document.storeToURL(target, Array(Named("FilterName", "writer_pdf_Export"), Named("FilterData", options)))
End Sub

Function Named(name As String, value)
  Dim property As New com.sun.star.beans.PropertyValue
  property.Name = name
  property.Value = value
  Named = property
End Function

Sub Tell(file As String, text As String)
  Dim handle As Integer
  handle = FreeFile
  Open file & ".part" For Output As #handle
  Print #handle, text
  Close #handle
  Name file & ".part" As file
End Sub
